package jp.michishirube.inbox;

import java.util.List;
import jp.michishirube.casefile.CommissionerAreas;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.PeopleLists.Shown;
import jp.michishirube.casefile.PeopleLists.Somebody;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.organization.Person;
import org.springframework.stereotype.Component;

/** The work list as it is shown to somebody: by the one port for lists of people, which leaves the line. */
@Component
class ShowWork {

    private final InboxList list;
    private final PeopleLists people;
    private final ProtectedPeople protectedPeople;
    private final CommissionerAreas areas;

    ShowWork(InboxList list, PeopleLists people, ProtectedPeople protectedPeople, CommissionerAreas areas) {
        this.list = list;
        this.people = people;
        this.protectedPeople = protectedPeople;
        this.areas = areas;
    }

    /** @param next where the next page begins; null for the last */
    record Page(List<InboxList.Listed> rows, String next) {}

    Viewer viewer(Person me) {
        return Viewer.of(me, protectedPeople, areas);
    }

    /** @param word {@code inbox}, or {@code tasks} for a program */
    Page page(Person me, InboxFilter filter, String word) {
        String[] next = new String[1];
        List<InboxList.Listed> shown = people.show(Shown.onScreen(word, filter.parameters()), () -> {
            List<InboxList.Listed> found = list.page(viewer(me), filter);
            boolean more = found.size() > InboxList.PAGE;
            next[0] = more ? filter.order().cursorAfter(found.get(InboxList.PAGE - 1).item()) : null;
            return more ? found.subList(0, InboxList.PAGE) : found;
        }, l -> Somebody.of(l.item().caseId()));
        return new Page(shown, next[0]);
    }

    List<InboxList.Listed> file(Person me, InboxFilter filter) {
        return people.show(Shown.asFile("inbox-csv", filter.parameters()), () -> list.export(viewer(me), filter), l -> Somebody.of(l.item().caseId()));
    }

    /** The steps that colleagues have, before they are taken over. */
    List<WorkItem> held(java.util.function.Supplier<List<WorkItem>> items) {
        return people.show(Shown.onScreen("take-over", java.util.Map.of()), items, i -> Somebody.of(i.caseId()));
    }
}
