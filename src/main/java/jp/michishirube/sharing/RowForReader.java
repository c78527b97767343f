package jp.michishirube.sharing;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanCard;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.sharing.SharedWithReader.Row;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** One resident as a reader of the 町 may see it: consent is asked anew, and each reading leaves a line. */
@Component
class RowForReader {

    private final Recipients recipients;
    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final PlanInForce plans;
    private final ReadingLines readings;
    private final LeftAside leftAside;

    RowForReader(Recipients recipients, Deliveries deliveries, PlanExtracts extracts, PlanInForce plans, ReadingLines readings, LeftAside leftAside) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.plans = plans;
        this.readings = readings;
        this.leftAside = leftAside;
    }

    /**
     * A plan that cannot be read hides nobody else from a list: the city finds it among what was left aside.
     *
     * @return false where it could not be read
     */
    boolean read(SharingPolicy.Reader reader, CaseFile file, String what, Consumer<Row> to) {
        try {
            of(reader, file, what).ifPresent(to);
            return true;
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            leftAside.keep(LeftAside.Item.of(LeftAside.Work.READ_PLAN, file.id().value()).ofCase(file.id()), unreadable);
            return false;
        }
    }

    Optional<Row> of(SharingPolicy.Reader reader, CaseFile file, String what) {
        Recipient recipient = recipients.party(reader.kind(), file.resident().area());
        Optional<Delivery> held = deliveries.heldBy(file.id(), recipient.party());
        Submission plan = held.map(extracts::plan).or(() -> plans.of(file.id())).orElse(null);
        if (plan == null) {
            return Optional.empty();
        }
        Answer answer = extracts.may(file, plan, recipient);
        // In ordinary times the plan must have been given and not taken back; a declared disaster opens what was never given.
        if (!answer.allowed() || held.isEmpty() && !answer.inDisaster()) {
            return Optional.empty();
        }
        readings.leave(file, recipient, answer, what);
        FilledPlan filled = extracts.filled(plan);
        String name = seen(answer, filled, Role.RESIDENT_NAME);
        PlanCard card = PlanCard.of(filled, q -> answer.fields().contains(ExtractRules.asked(q)), LocaleContextHolder.getLocale());
        return Optional.of(new Row(file.number(), name, name.isEmpty() ? "" : file.resident().kana(), seen(answer, filled, Role.RESIDENT_ADDRESS),
                seen(answer, filled, Role.RESIDENT_PHONE), file.resident().area(), answer.ground(), card,
                extracts.extract(plan, recipient, answer.fields())));
    }

    private static String seen(Answer answer, FilledPlan plan, Role role) {
        return plan.at(role).filter(q -> answer.fields().contains(ExtractRules.asked(q))).map(q -> q.text(Locale.JAPANESE)).orElse("");
    }
}
