package jp.michishirube.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.KeptSearches;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.PeopleLists.Shown;
import jp.michishirube.casefile.PeopleLists.Somebody;
import jp.michishirube.casefile.front.NextWork;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The work that follows in the list from which the person came, else in the whole of their work. */
@Component
class NextOfList implements NextWork {

    private final InboxList list;
    private final ShowWork work;
    private final Colleagues colleagues;
    private final CaseSteps steps;
    private final KeptSearches searches;
    private final PeopleLists people;

    NextOfList(InboxList list, ShowWork work, Colleagues colleagues, CaseSteps steps, KeptSearches searches, PeopleLists people) {
        this.list = list;
        this.work = work;
        this.colleagues = colleagues;
        this.steps = steps;
        this.searches = searches;
        this.people = people;
    }

    @Override
    public Optional<Next> after(Person person, CaseId done, String listPlace) {
        if (!colleagues.works(person)) {
            return Optional.empty();
        }
        Viewer viewer = work.viewer(person);
        return people.show(Shown.onScreen("next-work", Map.of()), () -> Stream.of(from(person, listPlace), InboxFilter.of(Map.of()).on(InboxTab.MINE),
                InboxFilter.of(Map.of()).on(InboxTab.UNCLAIMED)).flatMap(filter -> list.page(viewer, filter).stream())
                .map(InboxList.Listed::item).filter(item -> !item.caseId().equals(done) && mayTake(person, item)).limit(1).toList(),
                item -> Somebody.of(item.caseId())).stream().findFirst()
                .map(item -> new Next(item.taskId(), item.caseNumber(), item.residentName(), item.step()));
    }

    private boolean mayTake(Person person, WorkItem item) {
        return !item.paused() && (item.assignee() == null || item.assignee().equals(person.id())) && steps.workers(item.step()).stream().anyMatch(person::has);
    }

    /** The filter of a list's address, from its first page on; the usual one where that address is of another list or out of date. */
    private InboxFilter from(Person person, String place) {
        Map<String, String> parameters = new HashMap<>(UriComponentsBuilder.fromUriString(place).build().getQueryParams().toSingleValueMap());
        parameters.remove("after");
        KeptSearches.NAMING.forEach((name, id) -> Optional.ofNullable(parameters.get(id)).flatMap(kept -> searches.words(person.id(), kept))
                .ifPresent(words -> parameters.put(name, words)));
        try {
            InboxFilter asked = InboxFilter.of(place.startsWith("/inbox?") ? parameters : Map.of());
            return asked.tab() == null || asked.tab() == InboxTab.WAITING ? asked.on(InboxTab.MINE) : asked;
        } catch (Problem unreadable) {
            return InboxFilter.of(Map.of()).on(InboxTab.MINE);
        }
    }
}
