package jp.michishirube.sharing.code;

/** What a pass opens. */
public enum PassKind {
    /** 支援者's own page: those whom the supporter helps. It shows of plans, so it asks for the code too. */
    SUPPORTER("/v/supporter", true, false),
    /** 協力者's own page: what they are asked, before anybody is named to them. Whoever answers there must be them, so it asks for the code. */
    VOLUNTEER("/v/volunteer", true, false),
    /** The question whether one is safe: it shows nothing of a plan, and help must not wait for a code. */
    EVENT("/v/event", false, false),
    /** The QR code on a copy: tells whether it is still the valid one, and opens nothing. */
    COPY("", false, false);

    private final String leadsTo;
    private final boolean asksCode;
    private final boolean once;

    /**
     * @param leadsTo  page that a visit begins with
     * @param asksCode whether a second thing is asked for that travels another way than the link: six digits, printed or told by voice
     * @param once     whether it opens a single time; else until its end, on any device
     */
    PassKind(String leadsTo, boolean asksCode, boolean once) {
        this.leadsTo = leadsTo;
        this.asksCode = asksCode;
        this.once = once;
    }

    public String leadsTo() {
        return leadsTo;
    }

    public boolean asksCode() {
        return asksCode;
    }

    boolean isOnce() {
        return once;
    }
}
