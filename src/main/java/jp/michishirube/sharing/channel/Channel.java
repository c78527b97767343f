package jp.michishirube.sharing.channel;

/** One way out: speaks to its provider, and says what became of one message. Called outside of any transaction. */
public interface Channel {

    Way way();

    /** Whether the provider knows a repeated message by {@link Letter#key} and takes it once. */
    boolean takesKey();

    /** Never throws for what a provider or a network may do: that is an {@link Outcome}. */
    Outcome send(Letter letter);
}
