package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.plan.form.FilledPlan;
import org.springframework.modulith.NamedInterface;

/**
 * What of a plan a program may read now; implemented by a room that knows consent. A token by client credentials names a system, not a
 * person with a duty, so that consent is asked for each resident on each call. For people signed in nothing is taken out.
 */
@NamedInterface("versions")
public interface SystemReading {

    /**
     * @param plan a draft or a submission of the case
     * @return the answers that apply and that the caller may have
     * @throws jp.michishirube.problem.Problem {@code plan-consent-missing} (403) when it may have nothing
     */
    ObjectNode of(CaseFile file, FilledPlan plan);

    /** For what cannot be given in part, such as the PDF. @throws jp.michishirube.problem.Problem the same, also where a part is missing */
    void whole(CaseFile file, FilledPlan plan);

    /**
     * For what stands beside the answers and tells of them: the ways from the home, the remarks and messages that quote them. As {@link #whole}, of
     * what is being written and of what was handed in; refused too while there is neither, since nobody was asked then.
     */
    void beside(CaseFile file);
}
