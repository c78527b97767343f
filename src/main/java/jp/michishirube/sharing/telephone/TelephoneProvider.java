package jp.michishirube.sharing.telephone;

import jp.michishirube.sharing.channel.Outcome;

/** Whoever carries SMS and calls for the municipality. Each provider speaks its own way, so each is a class of its own. */
interface TelephoneProvider {

    boolean isSetUp();

    /** Never throws for what the provider or the network may do. */
    Outcome text(Telephone to, String text);

    /** Rings and reads the text aloud. The same promise. */
    Outcome call(Telephone to, String text);
}
