package jp.michishirube.evacuation.road;

/** How a person moves. The speeds are cautious ones of people who need help; a plan may state another. */
public enum WayProfile {
    /** On foot, alone or accompanied. */
    FOOT("foot", 3.6),
    /** With a walking frame or stick: no steps, gentle slopes. */
    WALKER("walker", 1.8),
    /** In a wheelchair, pushed: no steps, gentle slopes, firm ground. */
    WHEELCHAIR("wheelchair", 2.5),
    /** By car; the time follows the roads' speeds. */
    CAR("car", 20);

    private final String profile;
    private final double speed;

    WayProfile(String profile, double speed) {
        this.profile = profile;
        this.speed = speed;
    }

    String profile() {
        return profile;
    }

    /** Kilometres per hour. */
    public double usualSpeed() {
        return speed;
    }

    boolean takesSteps() {
        return this == FOOT;
    }

    public String messageKey() {
        return "way-profile." + name();
    }
}
