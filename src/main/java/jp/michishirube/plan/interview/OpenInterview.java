package jp.michishirube.plan.interview;

import java.util.Set;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** Finds the case and the step at which its plan may be written now. */
@Component
class OpenInterview {

    private final CaseAccess access;
    private final CaseProcess process;

    OpenInterview(CaseAccess access, CaseProcess process) {
        this.access = access;
        this.process = process;
    }

    /** @param step null when the plan is not open for writing */
    record At(CaseFile caseFile, Step step) {

        Step stepOrRefuse() {
            if (step == null) {
                throw Problem.conflict("plan-not-open");
            }
            return step;
        }
    }

    At of(String number, String what) {
        CaseFile caseFile = access.open(number(number), what);
        Set<Step> open = process.openSteps(caseFile.id());
        Step step = open.contains(Step.INTERVIEW_RESIDENT) ? Step.INTERVIEW_RESIDENT : open.contains(Step.REVISE_PLAN) ? Step.REVISE_PLAN : null;
        return new At(caseFile, step);
    }

    static CaseNumber number(String number) {
        try {
            return new CaseNumber(number);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("case-not-found");
        }
    }
}
