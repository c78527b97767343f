package jp.michishirube.safety.warning;

/** Wants to know when what is in force of a river has changed; a bean of another room. Called within the transaction that keeps the telegram. */
public interface HearWarnings {

    /**
     * @param before what was in force until now by the telegrams that had come
     * @param now    what is in force by those and this one; the same where an older one came late
     * @param by     the telegram that came
     */
    void heard(RiverState before, RiverState now, KeptTelegram by);
}
