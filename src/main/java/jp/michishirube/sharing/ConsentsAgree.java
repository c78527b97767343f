package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.interview.SubmissionChecks;
import jp.michishirube.plan.form.FilledPlan;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A plan is not handed in that says no to a recipient whom the recorded consents say yes to: one of both is wrong, and the person must
 * be asked which.
 */
@Component
@Order(30)
class ConsentsAgree implements SubmissionChecks {

    private final PlanForms forms;
    private final CaseFiles cases;
    private final Recipients recipients;
    private final SharingPolicy policy;
    private final MayQuestion consent;
    private final MessageSource messages;
    private final Clock clock;

    ConsentsAgree(PlanForms forms, CaseFiles cases, Recipients recipients, SharingPolicy policy, MayQuestion consent, MessageSource messages,
            Clock clock) {
        this.forms = forms;
        this.cases = cases;
        this.recipients = recipients;
        this.policy = policy;
        this.consent = consent;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<CheckFinding> of(CaseId caseId, ObjectNode answers) {
        FilledPlan plan = FilledPlan.of(forms.of(caseId), answers);
        Set<Party.Kind> refused = ConsentsInPlan.refused(plan);
        if (refused.isEmpty()) {
            return List.of();
        }
        CaseFile file = cases.get(caseId);
        List<CheckFinding> findings = new ArrayList<>();
        policy.kinds().stream().filter(refused::contains).map(kind -> recipients.party(kind, file.resident().area())).forEach(recipient -> {
            Answer now = consent.may(recipient.party(), ExtractRules.wanted(plan, recipient.letter()), file.resident().id(),
                    Purpose.ofGivingTo(recipient.party().kind()), clock.instant());
            if (now.allowed() && now.ground() == Ground.CONSENT) {
                findings.add(new CheckFinding(ConsentsInPlan.noTo(plan, recipient.party().kind()).address().toString(), Severity.BLOCKS, "consents-differ",
                        messages.getMessage("check.consents-differ", new Object[] {recipient.name()}, LocaleContextHolder.getLocale())));
            }
        });
        return findings;
    }
}
