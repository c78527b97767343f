package jp.michishirube.sharing.telephone;

import java.util.UUID;
import jp.michishirube.sharing.channel.Outcome;

/** Whoever carries SMS and calls for the municipality. Each provider speaks its own way, so each is a class of its own. */
interface TelephoneProvider {

    boolean isSetUp();

    /** Never throws for what the provider or the network may do. */
    Outcome text(Telephone to, String text);

    /** Rings and reads the text aloud. The same promise. */
    Outcome call(Telephone to, String text);

    /**
     * The same, and hears a key. What came of the call is told later ({@link CallWebhook}).
     *
     * @param keys      that mean something, such as {@code 1234}
     * @param reference by which the provider tells
     */
    Outcome ask(Telephone to, String text, String keys, UUID reference);
}
