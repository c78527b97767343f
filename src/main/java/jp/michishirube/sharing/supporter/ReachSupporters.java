package jp.michishirube.sharing.supporter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Pass;
import org.springframework.stereotype.Component;

/** For rooms that tell supporters something: where those of a resident are reached. Whether they may be told is asked of consent by the caller. */
@Component
public class ReachSupporters {

    private final Contacts contacts;
    private final HelpedBehind helped;

    ReachSupporters(Contacts contacts, HelpedBehind helped) {
        this.contacts = contacts;
        this.helped = helped;
    }

    /** @param contactId gone when their part is over, and not used for anybody again */
    public record Reached(long contactId, long residentId, String supporterKey, Locale language) {}

    public List<Reached> of(long residentId) {
        return contacts.ofResident(residentId).stream().map(ReachSupporters::reached).toList();
    }

    public Optional<Reached> find(long contactId) {
        return contacts.find(contactId).map(ReachSupporters::reached);
    }

    /** The contacts of the same person that stand behind the own page's pass, one for each resident whom they help. */
    public List<Reached> behind(Pass pass) {
        return contacts.find(Long.parseLong(pass.holder().key())).map(own -> helped.of(pass, own)).orElse(List.of()).stream().map(ReachSupporters::reached).toList();
    }

    /** Asked live: empty where there is none, or none any more. */
    public Optional<String> address(long contactId, Way way) {
        return contacts.address(String.valueOf(contactId), way);
    }

    private static Reached reached(Contact c) {
        return new Reached(c.id(), c.residentId(), c.supporterKey(), c.language());
    }
}
