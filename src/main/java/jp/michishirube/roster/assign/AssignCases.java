package jp.michishirube.roster.assign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who makes whose plan: by hand, by rule, or for all cases of an office or a person at once. Each move is told in its timeline. */
@Component
class AssignCases {

    /** At most so many cases move by one click; the page says how many are left. */
    static final int AT_ONCE = 500;

    private final Assignments assignments;
    private final CaseFiles cases;
    private final Offices offices;
    private final People people;
    private final CurrentAssignmentRule currentRule;
    private final ObjectProvider<CareManagerWork> work;
    private final Timeline timeline;
    private final MessageSource texts;
    private final Clock clock;

    AssignCases(Assignments assignments, CaseFiles cases, Offices offices, People people, CurrentAssignmentRule currentRule, ObjectProvider<CareManagerWork> work,
            Timeline timeline, MessageSource texts, Clock clock) {
        this.assignments = assignments;
        this.cases = cases;
        this.offices = offices;
        this.people = people;
        this.currentRule = currentRule;
        this.work = work;
        this.timeline = timeline;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @return how many moved; a case that somebody else assigned or that ended meanwhile is left as it is
     * @throws Problem {@code roster-assign-what} (422) without cases, {@code roster-office-unknown}, {@code roster-office-not-begun} or
     *                 {@code roster-office-ended} (422)
     */
    @Transactional
    public int byHand(List<String> numbers, String office) {
        if (numbers.isEmpty()) {
            throw invalid("case", "roster-assign-what");
        }
        known("office", office);
        int moved = 0;
        for (String number : numbers) {
            Optional<CaseFile> found = number(number).flatMap(cases::find).filter(c -> !c.state().isEnded() && c.office() == null);
            found.ifPresent(c -> cases.assign(c.id(), office, text("roster.assign-reason.hand")));
            moved += found.isPresent() ? 1 : 0;
        }
        return moved;
    }

    /** @return how many the rule found an office for; the rest, unless so many were moved as move at once, needs a person */
    @Transactional
    public int byRule() {
        Supplier<CurrentAssignmentRule.Choice> choice = currentRule.lazily();
        int moved = 0;
        for (Assignments.Waiting c : assignments.waiting()) {
            if (moved == AT_ONCE) {
                break;
            }
            Optional<String> office = choice.get().byRule(c.area());
            office.ifPresent(o -> cases.assign(c.id(), o, text("roster.assign-reason.rule")));
            moved += office.isPresent() ? 1 : 0;
        }
        return moved;
    }

    /** The running cases of an office whose contract ends or who asks for help, most urgent first and so many as move at once. A reason is required. */
    @Transactional
    public int ofOffice(String from, String to, String reason) {
        known("from", from);
        known("to", to);
        if (from.equals(to)) {
            throw invalid("to", "roster-same-office");
        }
        required(reason);
        List<CaseId> moving = assignments.runningOf(from, AT_ONCE);
        moving.forEach(id -> cases.assign(id, to, reason.strip()));
        return moving.size();
    }

    /**
     * What a care manager has in her hands, when she is away or leaves: to a colleague of the same office, or back to the office's list.
     *
     * @param to a colleague's id, or empty for the office's list
     */
    @Transactional
    public int ofPerson(String from, String to, String reason) {
        Person before = people.find(from).filter(Person::isOffice).orElseThrow(() -> invalid("person", "roster-person-unknown"));
        Person after = to.isEmpty() ? null : people.find(to).filter(p -> p.isOffice() && Objects.equals(p.office(), before.office()))
                .orElseThrow(() -> invalid("colleague", "roster-colleague-unknown"));
        required(reason);
        CareManagerWork hands = work.getObject();
        List<CaseId> moving = hands.of(from);
        for (CaseId id : moving) {
            hands.hand(id, after == null ? null : after.id());
            timeline.append(id, after == null ? "work-put-back" : "work-handed",
                    Map.of("from", before.name(), "to", after == null ? "" : after.name(), "reason", reason.strip()));
        }
        return moving.size();
    }

    private void known(String field, String office) {
        Office found = offices.find(office).orElseThrow(() -> invalid(field, "roster-office-unknown"));
        if (field.equals("from")) {
            return;
        }
        switch (found.contract(LocalDate.now(clock))) {
            case NOT_BEGUN -> throw invalid(field, "roster-office-not-begun");
            case ENDED -> throw invalid(field, "roster-office-ended");
            default -> {
                // its contract runs
            }
        }
    }

    private static void required(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw invalid("reason", "roster-reason-missing");
        }
    }

    private static Optional<CaseNumber> number(String value) {
        try {
            return Optional.of(new CaseNumber(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem invalid(String field, String kind) {
        return Problem.invalid("roster-assignment-incomplete", List.of(new FieldProblem(field, kind)));
    }

    private String text(String key) {
        return texts.getMessage(key, null, key, Locale.JAPANESE);
    }
}
