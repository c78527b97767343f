package jp.michishirube.sharing;

import java.time.Clock;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.FilledPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks consent what a recipient may see of a plan now, and takes exactly that out of it. */
@Component
class PlanExtracts {

    private final CaseFiles cases;
    private final Submissions submissions;
    private final PlanForms forms;
    private final MayQuestion consent;
    private final Clock clock;

    PlanExtracts(CaseFiles cases, Submissions submissions, PlanForms forms, MayQuestion consent, Clock clock) {
        this.cases = cases;
        this.submissions = submissions;
        this.forms = forms;
        this.consent = consent;
        this.clock = clock;
    }

    /** What the recipient may have of that version now. */
    Answer may(CaseFile file, Submission plan, Recipient recipient) {
        FilledPlan filled = forms.filled(plan);
        Answer answer = consent.may(recipient.party(), ExtractRules.wanted(filled, recipient.letter()), file.resident().id(),
                Purpose.ofGivingTo(recipient.party().kind()), clock.instant());
        // A declared disaster asks for no consent; everything else yields to the no that the plan itself carries.
        return answer.allowed() && answer.ground() != Ground.DECLARED_DISASTER && ConsentsInPlan.refuses(filled, recipient.party().kind())
                ? answer.refused() : answer;
    }

    Answer may(Delivery delivery) {
        Shared shared = shared(delivery);
        return may(shared.file(), shared.plan(), delivery.recipient());
    }

    private record Shared(CaseFile file, Submission plan) {}

    /** Read once in a transaction: when sharing begins, every recipient of one plan is asked for in the same. */
    private Shared shared(Delivery delivery) {
        Shared known = (Shared) TransactionSynchronizationManager.getResource(this);
        if (known != null && known.file().id().equals(delivery.caseId()) && known.plan().version() == delivery.version()) {
            return known;
        }
        Shared shared = new Shared(cases.get(delivery.caseId()), plan(delivery));
        if (known == null && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, shared);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(PlanExtracts.this);
                }
            });
        }
        return shared;
    }

    Extract extract(Submission plan, Recipient recipient, Set<String> allowed) {
        return ExtractRules.of(forms.filled(plan), recipient.letter(), allowed);
    }

    FilledPlan filled(Submission plan) {
        return forms.filled(plan);
    }

    Submission plan(Delivery delivery) {
        return submissions.version(delivery.caseId(), delivery.version()).orElseThrow();
    }
}
