package jp.michishirube.sharing.channel;

import java.util.Optional;
import jp.michishirube.sharing.code.Holder;

/** Where holders of one kind are reached; implemented by the room that knows them. Asked right before each try. */
public interface AddressBook {

    Holder.Kind of();

    /** @return mail address, number or id as the way needs it; empty where there is none, or none any more: the message is stopped */
    Optional<String> address(String key, Way way);
}
