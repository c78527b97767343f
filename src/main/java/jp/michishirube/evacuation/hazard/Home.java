package jp.michishirube.evacuation.hazard;

/** Where a resident lives, how that is known and how exactly. */
public record Home(Position position, HomeOrigin origin, Exactness exactness) {

    /** Of the door itself: set on the map or given by the city OS. */
    static Home atDoor(Position position, HomeOrigin origin) {
        return new Home(position, origin, Exactness.DOOR);
    }
}
