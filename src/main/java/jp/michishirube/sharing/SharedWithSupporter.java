package jp.michishirube.sharing;

import java.util.Locale;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.DeliveryProcess;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a supporter reads on a page of the own: the plan that was given to them, as far as they may have it at that moment. */
@Component
public class SharedWithSupporter {

    private final SharePlan share;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final DeliveryProcess process;
    private final PlanExtracts extracts;
    private final ReadingLines readings;
    private final CaseFiles cases;

    SharedWithSupporter(SharePlan share, Recipients recipients, Deliveries deliveries, DeliveryProcess process, PlanExtracts extracts,
            ReadingLines readings, CaseFiles cases) {
        this.share = share;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.process = process;
        this.extracts = extracts;
        this.readings = readings;
        this.cases = cases;
    }

    /**
     * @param resident      the name as the supporter may see it; empty where it may not be seen
     * @param placesSection key of the form's section that says where to; empty for a form without one
     */
    public record Shared(int version, String resident, Extract extract, String placesSection) {}

    /** Whether a link makes sense now: a plan in force names the supporter, and consent and agreement let it be given to them. */
    @Transactional(readOnly = true)
    public boolean mayHave(CaseId caseId, String supporterKey) {
        CaseFile file = cases.get(caseId);
        return file.state().isInForce() && recipient(caseId, supporterKey).map(r -> extracts.may(file, share.approved(caseId), r).own().allowed()).orElse(false);
    }

    /** Whether the plan in force names that supporter, whatever they answered. */
    @Transactional(readOnly = true)
    public boolean isNamed(CaseId caseId, String supporterKey) {
        return recipient(caseId, supporterKey).isPresent();
    }

    /** Begins the giving by page of the version in force. Again for the same version, it asks anew where nothing lies with them. */
    @Transactional
    public void begin(CaseId caseId, String supporterKey) {
        Recipient to = recipient(caseId, supporterKey).orElseThrow().by(Recipient.Channel.PAGE);
        int version = share.approved(caseId).version();
        deliveries.begin(caseId, version, to).ifPresentOrElse(id -> process.begin(caseId, id), () -> deliveries.of(caseId).stream()
                .filter(d -> d.version() == version && d.recipient().party().equals(to.party()) && d.recipient().channel() == to.channel() && d.state().isOver())
                .forEach(d -> {
                    deliveries.state(d.id(), Delivery.State.WAITING);
                    process.deliver(caseId, d.id());
                }));
    }

    /** Asked of consent anew, and leaves its line. Empty: nothing is given to them, or not any more. */
    @Transactional
    public Optional<Shared> read(CaseId caseId, String supporterKey) {
        CaseFile file = cases.get(caseId);
        return deliveries.readableBy(caseId, Party.of(Party.Kind.SUPPORTER, supporterKey)).filter(d -> file.state().isInForce()).flatMap(held -> {
            Submission plan = extracts.plan(held);
            Answer answer = extracts.may(file, plan, held.recipient());
            if (!answer.allowed()) {
                return Optional.empty();
            }
            readings.leave(file, held.recipient(), answer, "page");
            String name = extracts.filled(plan).at(Role.RESIDENT_NAME).filter(q -> answer.fields().contains(ExtractRules.asked(q)))
                    .map(q -> q.text(Locale.JAPANESE)).orElse("");
            return Optional.of(new Shared(held.version(), name, extracts.extract(plan, held.recipient(), answer.fields()), places(extracts.filled(plan))));
        });
    }

    private static String places(FilledPlan plan) {
        return plan.rows(Role.PLACES).stream().findFirst().map(r -> r.address().section()).orElse("");
    }

    private Optional<Recipient> recipient(CaseId caseId, String supporterKey) {
        return recipients.supporters(share.approved(caseId)).stream().filter(r -> supporterKey.equals(r.party().key())).findFirst();
    }
}
