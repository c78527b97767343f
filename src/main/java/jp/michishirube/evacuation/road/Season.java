package jp.michishirube.evacuation.road;

/** When a way is to be gone. */
public enum Season {
    /** Roads closed in winter are taken only where there is no other, and told. */
    ALL_YEAR,
    /** Roads closed in winter are kept out, but for people on foot, who may find them trodden: there they are told. */
    WINTER;

    /** Whether a road that is closed, or not cleared, in winter is no road at all for that way of moving. */
    boolean closes(WayProfile profile) {
        return this == WINTER && profile != WayProfile.FOOT;
    }

    public String messageKey() {
        return "season." + name();
    }
}
