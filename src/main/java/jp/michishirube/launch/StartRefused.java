package jp.michishirube.launch;

/** The product cannot start; the message is the one plain sentence the person reads. */
class StartRefused extends RuntimeException {

    StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
