package jp.michishirube.safety.start;

import java.util.Set;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.safety.event.AreasAsked;
import jp.michishirube.safety.event.Events;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A proposal of which nothing is left to ask needs no officer any more, whoever began the event: by hand, by another proposal or by rule. */
@Component
class CloseAskedProposals {

    private final Proposals proposals;
    private final Events events;

    CloseAskedProposals(Proposals proposals, Events events) {
        this.proposals = proposals;
        this.events = events;
    }

    @EventListener
    void on(AreasAsked asked) {
        proposals.openOf(asked.mode(), asked.group()).ifPresent(open -> {
            Set<String> areas = open.areas().keySet();
            if (events.openAreas(asked.mode(), asked.group(), areas).containsAll(areas)) {
                proposals.decide(open.id(), asked.by().equals(WhoAmI.THE_PROCESS) ? Proposal.State.STARTED_BY_RULE : Proposal.State.STARTED, asked.ground(), asked.eventId(), areas,
                        asked.by());
            }
        });
    }
}
