package jp.michishirube.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.consent.rule.SupporterDeclined;
import jp.michishirube.evacuation.place.PlaceLost;
import jp.michishirube.evacuation.route.WayThroughDanger;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.PlansNaming;
import jp.michishirube.roster.entry.AddressChanged;
import jp.michishirube.sharing.SharedWithSupporter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Changes that other rooms tell of. What cannot be proposed holds up nobody's "I cannot any more": it is left aside, and the night's look finds
 * supporters again.
 */
@Component
class HearTriggers {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final ProposeRenewal propose;
    private final PlanInForce plans;
    private final SharedWithSupporter shared;
    private final PlansNaming naming;
    private final LeftAside leftAside;
    private final Clock clock;

    HearTriggers(ProposeRenewal propose, PlanInForce plans, SharedWithSupporter shared, PlansNaming naming, LeftAside leftAside, Clock clock) {
        this.propose = propose;
        this.plans = plans;
        this.shared = shared;
        this.naming = naming;
        this.leftAside = leftAside;
        this.clock = clock;
    }

    @EventListener
    void on(SupporterDeclined declined) {
        plans.standing(declined.caseId()).ifPresent(standing -> attempt(declined.caseId(), () -> {
            if (shared.isNamed(declined.caseId(), declined.supporterKey())) {
                propose.propose(declined.caseId(), Reason.supporterEnded(declined.supporterKey(), standing.version(), today()));
            }
        }));
    }

    @EventListener
    void on(AddressChanged changed) {
        attempt(changed.caseId(), () -> propose.propose(changed.caseId(), Reason.addressChanged(today())));
    }

    /** Each plan in force that names the place; one hears of it once, whatever the list says of it that day. */
    @EventListener
    void on(PlaceLost lost) {
        naming.inForce(String.valueOf(lost.placeId())).forEach(caseId -> plans.standing(caseId).ifPresent(standing ->
                attempt(caseId, () -> propose.propose(caseId, Reason.siteClosed(lost.placeId(), standing.version(), today())))));
    }

    @EventListener
    void on(WayThroughDanger way) {
        attempt(way.caseId(), () -> propose.propose(way.caseId(), Reason.hazardChanged(today())));
    }

    private void attempt(CaseId caseId, Runnable act) {
        leftAside.attempt(LeftAside.Item.of(LeftAside.Work.PROPOSE_RENEWAL, caseId.value()).ofCase(caseId), act);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }
}
