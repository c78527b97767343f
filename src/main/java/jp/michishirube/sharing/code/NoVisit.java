package jp.michishirube.sharing.code;

/** Nobody is visiting here: no pass was opened in this browser, another kind of one, or it ended meanwhile. */
public class NoVisit extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
