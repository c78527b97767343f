package jp.michishirube.evacuation.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.interview.SubmissionChecks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Page one of the plan bears a map only where a way was saved: said before the plan is handed in and before it is approved. */
@Component
class WayForTheCard implements SubmissionChecks {

    private final Routes routes;
    private final MessageSource messages;

    WayForTheCard(Routes routes, MessageSource messages) {
        this.routes = routes;
        this.messages = messages;
    }

    @Override
    public List<CheckFinding> of(CaseId caseId, ObjectNode answers) {
        return routes.of(caseId).isEmpty() ? List.of(new CheckFinding("", Severity.WARNS, "no-way-saved",
                messages.getMessage("check.no-way-saved", null, LocaleContextHolder.getLocale()))) : List.of();
    }
}
