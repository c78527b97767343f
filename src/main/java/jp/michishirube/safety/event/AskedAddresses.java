package jp.michishirube.safety.event;

import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where people are asked: the mail address that they gave for their plan in force. None any more once the event has ended, the person has
 * answered or refused, or is protected: what is still on its way then does not leave.
 */
@Component
class AskedAddresses implements AddressBook {

    /** Behind the id: the word that the start was a mistake, which goes to those who answered too. */
    private static final String CORRECTION = "c";

    private final Asked asked;
    private final CaseFiles cases;
    private final Submissions submissions;
    private final PlanForms forms;
    private final JdbcClient jdbc;

    AskedAddresses(Asked asked, CaseFiles cases, Submissions submissions, PlanForms forms, JdbcClient jdbc) {
        this.asked = asked;
        this.cases = cases;
        this.submissions = submissions;
        this.forms = forms;
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
        return way == Way.MAIL && (correction || isStillAsked(id)) ? asked.find(id).flatMap(this::mail) : Optional.empty();
    }

    Optional<String> mail(Asked.Person person) {
        return Optional.ofNullable(person.residentId()).stream().flatMap(r -> cases.ofResident(r).stream()).filter(c -> c.state().isInForce())
                .map(CaseFile::id).reduce((older, newer) -> newer).flatMap(submissions::latest).map(plan -> forms.filled(plan).text(Role.RESIDENT_MAIL))
                .filter(mail -> !mail.isBlank()).map(String::strip);
    }

    private boolean isStillAsked(long id) {
        return jdbc.sql("select count(*) from safety.asked a join safety.event e on e.id = a.event_id where a.id = ? and e.ended_at is null and "
                + Asked.STILL_ASKED).param(id).query(Integer.class).single() == 1;
    }
}
