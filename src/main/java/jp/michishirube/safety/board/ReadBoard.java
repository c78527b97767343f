package jp.michishirube.safety.board;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.sharing.ReaderKnows;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a board. Names and what goes with them are asked of consent for each person and each look; the figures are of everybody. Every
 * look leaves a line of who was shown whom.
 */
@Component
class ReadBoard {

    /** What residents accept that their association knows: name, age, address, telephone, household. */
    private static final Set<Role> FIELDS = EnumSet.of(Role.RESIDENT_NAME, Role.RESIDENT_BIRTH_DATE, Role.RESIDENT_ADDRESS, Role.RESIDENT_PHONE,
            Role.RESIDENT_HOUSEHOLD);

    private final Rows rows;
    private final ReaderKnows knows;
    private final CaseFiles cases;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final PeopleLists lists;
    private final Clock clock;

    ReadBoard(Rows rows, ReaderKnows knows, CaseFiles cases, PlanInForce plans, PlanForms forms, PeopleLists lists, Clock clock) {
        this.rows = rows;
        this.knows = knows;
        this.cases = cases;
        this.plans = plans;
        this.forms = forms;
        this.lists = lists;
        this.clock = clock;
    }

    /** @param what word of the list in the log; one that ends with {@code -paper} leaves the house */
    @Transactional
    Board read(DisasterEvent event, Desk desk, String what) {
        List<Row> all = rows.in(event.id(), desk.areas(), desk.sender());
        List<Row> shown = show(event, desk, all, what);
        return new Board(shown, Tally.of(all), all.size() - shown.size(), clock.instant());
    }

    /** Those of these numbers whom the desk may know. */
    @Transactional
    List<Row> numbered(DisasterEvent event, Desk desk, Set<Integer> numbers) {
        return show(event, desk, rows.numbered(event.id(), numbers, desk.sender()).stream().filter(r -> desk.areas().contains(r.area())).toList(),
                "safety-board");
    }

    /** These alone of whom the desk may know, in the order of their numbers. */
    @Transactional
    List<Row> read(DisasterEvent event, Desk desk, String what, Set<Long> askedIds) {
        return askedIds.isEmpty() ? List.of() : show(event, desk, rows.in(event.id(), desk.areas(), desk.sender()).stream().filter(r -> askedIds.contains(r.askedId())).toList(), what);
    }

    /** Figures alone: no names, so no line. */
    Map<String, Tally> tallies(DisasterEvent event) {
        return Tally.byArea(rows.in(event.id(), event.areas(), ""));
    }

    private List<Row> show(DisasterEvent event, Desk desk, List<Row> all, String what) {
        PeopleLists.Shown list = new PeopleLists.Shown(what, what.endsWith("-paper"), Map.of("event", String.valueOf(event.id())));
        return lists.show(list, () -> all.stream().flatMap(r -> seen(event, desk, r, what).stream()).toList(),
                r -> new PeopleLists.Somebody(r.caseId(), r.caseId() == null ? r.person() : null));
    }

    private Optional<Row> seen(DisasterEvent event, Desk desk, Row row, String what) {
        if (row.caseId() == null) {
            return desk.isCity() ? Optional.of(row) : Optional.empty();
        }
        CaseFile file = cases.get(row.caseId());
        Set<Role> seen = desk.isCity() ? FIELDS : knows.may(desk.reader(), file, FIELDS, event.mode() == Mode.REAL, what);
        if (!seen.contains(Role.RESIDENT_NAME)) {
            return Optional.empty();
        }
        return Optional.of(new Row(row.askedId(), row.number(), row.ring(), row.caseId(), row.person(), row.area(), row.name(),
                seen.contains(Role.RESIDENT_BIRTH_DATE) ? row.age() : null, seen.contains(Role.RESIDENT_ADDRESS) ? row.address() : "",
                seen.contains(Role.RESIDENT_PHONE) ? row.phone() : "", row.ring() == 1 && seen.contains(Role.RESIDENT_HOUSEHOLD) ? household(file) : "",
                row.said(), row.at(), row.by(), row.onSite(), row.failed(), row.call(), row.callAt(), row.going(), row.disputed(), row.undo()));
    }

    /** With whom the person lives stands in the plan, not on the roster. */
    private String household(CaseFile file) {
        Locale locale = LocaleContextHolder.getLocale();
        return plans.of(file.id()).flatMap(plan -> forms.filled(plan).at(Role.RESIDENT_HOUSEHOLD)).map(q -> q.text(locale)).orElse("");
    }
}
