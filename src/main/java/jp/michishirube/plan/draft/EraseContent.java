package jp.michishirube.plan.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseEnded;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.plan.versions.ContentErased;
import jp.michishirube.plan.versions.ErasedWords;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes all content out of the plan of a person who wants none: the notices let it be used for that plan and nothing else. What remains
 * says that there was one: versions with their hashes, the timeline, consents and disclosures.
 */
@Service
@NamedInterface("draft")
public class EraseContent {

    private final Drafts drafts;
    private final Submissions submissions;
    private final Redactions redactions;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    EraseContent(Drafts drafts, Submissions submissions, Redactions redactions, CaseFiles cases, Timeline timeline,
            ApplicationEventPublisher events, JdbcClient jdbc) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.redactions = redactions;
        this.cases = cases;
        this.timeline = timeline;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** In whichever way the person said no: by withdrawing, at the interview, or on the city OS. */
    @EventListener
    void on(CaseEnded ended) {
        if (ended.state() == CaseState.CREATION_REFUSED) {
            of(ended.caseId());
        }
    }

    /** Once only. Where no plan was begun, what was written about it elsewhere goes all the same: messages, words of volunteers, the place of the home. */
    @Transactional
    public void of(CaseId caseId) {
        cases.hold(caseId);
        List<Submission> versions = submissions.of(caseId);
        if (redactions.givenUp(caseId).isPresent()) {
            return;
        }
        if (versions.isEmpty() && drafts.find(caseId).isEmpty()) {
            events.publishEvent(new ContentErased(caseId, true, Set.of(), new ErasedWords()));
            return;
        }
        versions.forEach(s -> redactions.add(caseId, s.version(), Redactions.Reason.PLAN_GIVEN_UP, submissions.empty(caseId, s), List.of()));
        drafts.forgetSaves(caseId);
        for (String table : List.of("draft", "fact_offer", "attachment", "city_section")) {
            jdbc.sql("delete from plan." + table + " where case_id = ?").param(caseId.value()).update();
        }
        for (String table : List.of("interview_result", "contact_attempt")) {
            jdbc.sql("update plan." + table + " set note = '' where case_id = ?").param(caseId.value()).update();
        }
        redactions.add(caseId, Redactions.WHOLE_PLAN, Redactions.Reason.PLAN_GIVEN_UP, null, List.of());
        events.publishEvent(new ContentErased(caseId, true, Set.of(), new ErasedWords()));
        timeline.append(caseId, "plan-content-erased", Map.of("versions", String.valueOf(versions.size())));
    }
}
