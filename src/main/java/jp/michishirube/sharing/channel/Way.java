package jp.michishirube.sharing.channel;

/** How a message travels. */
public enum Way {
    /** Nothing is sent: a link or QR code that a person hands over or shows. */
    LINK,
    MAIL,
    /** LINE Messaging API, to a user who linked the own account. */
    LINE,
    /** One SMS to a mobile telephone. */
    SMS,
    /** A call in which a machine reads aloud. It tells the code of a pass and never its link: the two must not travel together. Of a warning it reads the words. */
    VOICE,
    /** A letter that a person prints and posts ({@link ByHand}). */
    PAPER;

    boolean isSpoken() {
        return this == VOICE;
    }
}
