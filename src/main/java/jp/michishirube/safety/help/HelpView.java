package jp.michishirube.safety.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.safety.answer.Answers;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.sharing.Extract;
import jp.michishirube.sharing.SharedWithSupporter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a supporter sees of one whom they help. Name and places are read as on the supporter's own page: asked of consent, with its line. */
@Component
class HelpView {

    private final Asked asked;
    private final Events events;
    private final Answers answers;
    private final Helpers helpers;
    private final MayHelp may;
    private final SharedWithSupporter shared;

    HelpView(Asked asked, Events events, Answers answers, Helpers helpers, MayHelp may, SharedWithSupporter shared) {
        this.asked = asked;
        this.events = events;
        this.answers = answers;
        this.helpers = helpers;
        this.may = may;
        this.shared = shared;
    }

    /**
     * @param name   null where it may not be seen, or no code was asked for
     * @param places where to take them, as far as the supporter sees it
     * @param said   what is known; null for nothing
     * @param going  until when the own "I go" stands; null for none, {@code others} likewise of anybody else
     * @param undo   the supporter has told something that can be taken back
     */
    record Shown(Helper helper, DisasterEvent event, String name, String area, List<Extract.Row> places, Said said, Instant going, Instant others, boolean undo) {}

    /**
     * @param named whether the supporter came by the own page, with its code
     * @return empty for whom they may not help, or not any more
     */
    @Transactional
    Optional<Shown> of(Helper helper, boolean named) {
        return asked.find(helper.askedId()).filter(person -> may.may(person, helper.supporterKey())).flatMap(person -> may.plan(person).map(file -> shown(helper, person, file, named)));
    }

    private Shown shown(Helper helper, Asked.Person person, CaseFile file, boolean named) {
        Optional<SharedWithSupporter.Shared> plan = named ? shared.read(file.id(), helper.supporterKey()) : Optional.empty();
        List<Extract.Row> places = plan.map(p -> p.extract().sections().stream().filter(s -> s.key().equals(p.placesSection())).flatMap(s -> s.rows().stream()).toList()).orElse(List.of());
        List<Answers.Line> lines = answers.of(person.id());
        return new Shown(helper, events.get(helper.eventId()), plan.map(SharedWithSupporter.Shared::resident).filter(n -> !n.isEmpty()).orElse(null), file.resident().area(), places,
                answers.said(person.id()), helpers.goes(helper).orElse(null), helpers.othersGo(helper).orElse(null),
                lines.stream().anyMatch(l -> !l.undone() && l.sender().equals(helper.sender())));
    }
}
