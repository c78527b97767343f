package jp.michishirube.sharing.code;

/** What a pass opens. */
public enum PassKind {
    /** 支援者's own page: those whom the supporter helps. It shows of plans, so it asks for the code too. */
    SUPPORTER("/v/supporter", Second.CODE, false),
    /** 協力者's own page: what they are asked, before anybody is named to them. Whoever answers there must be them, so it asks for the code. */
    VOLUNTEER("/v/volunteer", Second.CODE, false),
    /** 町内会長・班長・民生委員 for a term: the paper alone opens nothing, and names stand behind it, so each time the own telephone is asked for. */
    LEADER("/v/leader", Second.TELEPHONE, false),
    /** How a resident is told on the day: language and LINE. Whoever links a LINE account there answers for them later, so it asks for the code. */
    RESIDENT("/v/ways", Second.CODE, false),
    /** The question whether one is safe: it shows nothing of a plan, and help must not wait for a code. */
    EVENT("/v/event", Second.NOTHING, false),
    /** A supporter on the day: buttons for what was found, no name. Names are behind the supporter's own page, with its code. */
    HELPER("/v/help", Second.NOTHING, false),
    /** The QR code on a copy: tells whether it is still the valid one, and opens nothing. */
    COPY("", Second.NOTHING, false);

    /** What is asked for beside the link. */
    enum Second {
        NOTHING,
        /** Six digits that travel another way than the link: printed or told by voice. */
        CODE,
        /** The holder's own number, to which a code goes that lives for some minutes ({@link OwnTelephone}). */
        TELEPHONE
    }

    private final String leadsTo;
    private final Second second;
    private final boolean once;

    /**
     * @param leadsTo page that a visit begins with
     * @param once    whether it opens a single time; else until its end, on any device
     */
    PassKind(String leadsTo, Second second, boolean once) {
        this.leadsTo = leadsTo;
        this.second = second;
        this.once = once;
    }

    public String leadsTo() {
        return leadsTo;
    }

    public boolean asksCode() {
        return second == Second.CODE;
    }

    boolean asksTelephone() {
        return second == Second.TELEPHONE;
    }

    boolean isOnce() {
        return once;
    }
}
