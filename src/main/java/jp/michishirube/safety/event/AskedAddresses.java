package jp.michishirube.safety.event;

import java.util.Optional;
import jp.michishirube.safety.reach.Reach;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where people are asked. Nowhere any more once the event has ended, the person has answered or refused, or is protected: what is still on
 * its way then does not leave.
 */
@Component
class AskedAddresses implements AddressBook {

    /** Behind the id: the word that the start was a mistake, which goes to those who answered too. */
    private static final String CORRECTION = "c";

    private final Asked asked;
    private final Reach reach;
    private final JdbcClient jdbc;

    AskedAddresses(Asked asked, Reach reach, JdbcClient jdbc) {
        this.asked = asked;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    static Holder ofCorrection(Asked.Person person) {
        return new Holder(Holder.Kind.ASKED, person.id() + CORRECTION);
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.ASKED;
    }

    @Override
    public Optional<String> address(String key, Way way) {
        boolean correction = key.endsWith(CORRECTION);
        long id = Long.parseLong(correction ? key.substring(0, key.length() - 1) : key);
        return correction || isStillAsked(id) ? asked.find(id).flatMap(person -> reach.address(person.whom(), way)) : Optional.empty();
    }

    boolean isStillAsked(long id) {
        return jdbc.sql("select count(*) from safety.asked a join safety.event e on e.id = a.event_id where a.id = ? and e.ended_at is null and "
                + Asked.STILL_ASKED).param(id).query(Integer.class).single() == 1;
    }
}
