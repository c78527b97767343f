package jp.michishirube.evacuation.hazard;

/** How exactly a position tells where a home is. Hazard areas and ways can be right for the 町 and wrong for the door. */
public enum Exactness {
    /** Set on the map, given by the city OS, or the address to its last number. */
    DOOR,
    /** The block (街区・地番) of the address: the house may stand at its other end. */
    BLOCK,
    /** The 町 or 丁目 alone: tells the neighbourhood, not the house. */
    TOWN;

    public String messageKey() {
        return "home-exactness." + name();
    }
}
