package jp.michishirube.sharing;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * For rooms with short lists of their own for a 町内会 or 民生委員: for whom the reader acts, and what the reader may know of a resident now.
 * The one question of consent, the form's word who sees a field, and the no that a plan itself carries.
 */
@Component
public class ReaderKnows {

    private final SharedWithReader shared;
    private final Recipients recipients;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final MayQuestion consent;
    private final ReadingLines readings;
    private final Clock clock;

    ReaderKnows(SharedWithReader shared, Recipients recipients, PlanInForce plans, PlanForms forms, MayQuestion consent, ReadingLines readings,
            Clock clock) {
        this.shared = shared;
        this.recipients = recipients;
        this.plans = plans;
        this.forms = forms;
        this.consent = consent;
        this.readings = readings;
        this.clock = clock;
    }

    /** @param areas 町 for which the person acts */
    public record Reader(Party.Kind kind, String name, Set<String> areas) {}

    public Optional<Reader> reader(Person person) {
        return shared.reader(person).map(r -> new Reader(r.kind(), r.name(), r.areas()));
    }

    /**
     * Leaves the line of the disclosure log; to be called in the transaction that shows.
     *
     * @param wanted    subjects such as {@link Role#RESIDENT_NAME}
     * @param disasters whether a declared disaster opens more: never in a drill
     * @param what      word of the list in the log
     * @return those that may be shown; none for a 町 of others
     */
    @Transactional
    public Set<Role> may(Reader reader, CaseFile file, Collection<Role> wanted, boolean disasters, String what) {
        if (!reader.areas().contains(file.resident().area())) {
            return Set.of();
        }
        Recipient recipient = recipients.party(reader.kind(), file.resident().area());
        FilledPlan plan = plans.of(file.id()).map(forms::filled).orElse(null);
        PlanForm form = plan == null ? forms.current() : plan.form();
        Map<Role, String> fields = new EnumMap<>(Role.class);
        wanted.forEach(role -> form.role(role).filter(f -> f.seenBy().contains(recipient.letter())).map(FormField::pointer)
                .ifPresent(address -> fields.put(role, address)));
        if (fields.isEmpty()) {
            return Set.of();
        }
        Answer all = consent.may(recipient.party(), Set.copyOf(fields.values()), file.resident().id(), Purpose.ofGivingTo(reader.kind()), clock.instant());
        Answer answer = disasters ? all : all.own();
        boolean declared = answer.ground() == Ground.DECLARED_DISASTER;
        if (!answer.allowed() || answer.fields().isEmpty() || declared && !disasters
                || !declared && plan != null && ConsentsInPlan.refuses(plan, reader.kind())) {
            return Set.of();
        }
        readings.leave(file, recipient, answer, what);
        Set<Role> seen = new HashSet<>(fields.keySet());
        seen.removeIf(role -> !answer.fields().contains(fields.get(role)));
        return seen;
    }
}
