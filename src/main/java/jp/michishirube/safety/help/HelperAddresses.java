package jp.michishirube.safety.help;

import java.util.Optional;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.Events;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.supporter.ReachSupporters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where supporters are told; nowhere any more once the event is over, the resident is well or protected, or consent or agreement are gone. */
@Component
class HelperAddresses implements AddressBook {

    private final Helpers helpers;
    private final Asked asked;
    private final Events events;
    private final MayHelp may;
    private final ReachSupporters reach;
    private final JdbcClient jdbc;

    HelperAddresses(Helpers helpers, Asked asked, Events events, MayHelp may, ReachSupporters reach, JdbcClient jdbc) {
        this.helpers = helpers;
        this.asked = asked;
        this.events = events;
        this.may = may;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.HELPER;
    }

    @Override
    public Optional<String> address(String key, Way way) {
        boolean correction = key.endsWith(Helper.CORRECTION);
        return helpers.find(Long.parseLong(correction ? key.substring(0, key.length() - 1) : key))
                .filter(helper -> correction || events.get(helper.eventId()).isOpen() && isNeeded(helper))
                .filter(helper -> asked.find(helper.askedId()).filter(person -> may.may(person, helper.supporterKey())).isPresent())
                .flatMap(helper -> reach.address(helper.contactId(), way));
    }

    private boolean isNeeded(Helper helper) {
        return jdbc.sql("select said is null or said not in ('SAFE', 'EVACUATED', 'DECLINED') from safety.asked where id = ?").param(helper.askedId())
                .query(Boolean.class).single();
    }
}
