package jp.michishirube.sharing;

import java.time.Clock;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.consent.Answer;
import jp.michishirube.consent.MayQuestion;
import jp.michishirube.consent.Purpose;
import jp.michishirube.plan.PlanForm;
import jp.michishirube.plan.PlanForms;
import jp.michishirube.plan.Submission;
import jp.michishirube.plan.Submissions;
import org.springframework.stereotype.Component;

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
        PlanForm form = forms.version(plan.formVersion());
        return consent.may(recipient.party(), ExtractRules.wanted(form, plan.answers(), recipient.letter()), file.resident().id(),
                Purpose.ofGivingTo(recipient.party().kind()), clock.instant());
    }

    Answer may(Delivery delivery) {
        return may(cases.get(delivery.caseId()), plan(delivery), delivery.recipient());
    }

    Extract extract(Submission plan, Recipient recipient, Set<String> allowed) {
        return ExtractRules.of(forms.version(plan.formVersion()), plan.answers(), recipient.letter(), allowed);
    }

    Submission plan(Delivery delivery) {
        return submissions.version(delivery.caseId(), delivery.version()).orElseThrow();
    }
}
