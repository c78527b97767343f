package jp.michishirube.workflow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.roster.entry.AddressChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A changed address reaches those who work on the plan: the office is told; while the plan is being written the linked systems are
 * asked again, in the background and retried as ever; once it was handed in, its places and ways are to be looked at again.
 */
@Component
class FollowRoster {

    private static final Set<Step> WRITING = EnumSet.of(Step.INTERVIEW_RESIDENT, Step.REVISE_PLAN);
    private static final Set<Holder> KNOW_ADDRESSES = EnumSet.of(Holder.CITY_OS, Holder.DISASTER_APP);

    private final CaseFiles cases;
    private final CaseProcess process;
    private final OfferRoster roster;
    private final Notify notify;
    private final RuntimeService runtime;
    private final Homes homes;
    private final Submissions submissions;

    FollowRoster(CaseFiles cases, CaseProcess process, OfferRoster roster, Notify notify, RuntimeService runtime, Homes homes,
            Submissions submissions) {
        this.cases = cases;
        this.process = process;
        this.roster = roster;
        this.notify = notify;
        this.runtime = runtime;
        this.homes = homes;
        this.submissions = submissions;
    }

    @EventListener
    void on(AddressChanged changed) {
        CaseId caseId = changed.caseId();
        CaseFile file = cases.get(caseId);
        homes.forget(file.resident().id());
        if ((!file.state().isEnded() || file.state().isInForce()) && submissions.latest(caseId).isPresent()) {
            process.checkWay(caseId);
        }
        if (file.office() != null) {
            notify.toOffice(file.office(), NoticeKind.ADDRESS_CHANGED, file.number());
        }
        if (process.openSteps(caseId).stream().anyMatch(WRITING::contains)) {
            roster.offer(caseId);
            KNOW_ADDRESSES.forEach(holder -> runtime.startProcessInstanceByKey("fact-retry", EngineCaseProcess.key(caseId),
                    Map.of("caseId", caseId.value(), "holder", holder.name())));
        }
    }
}
