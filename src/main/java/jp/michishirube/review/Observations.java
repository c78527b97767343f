package jp.michishirube.review;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.casefile.Resident;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;
import jp.michishirube.review.CheckRules.Observation;

/** Takes out of a plan, whatever its form, what rules look at. */
final class Observations {

    /** @param pointer address of the answer it was seen at */
    record Seen(String pointer, Observation observation) {}

    private final LocalDate today;
    /** In the plan itself; null where it is not answered. */
    private final LocalDate born;
    private final List<Seen> seen = new ArrayList<>();

    private Observations(LocalDate today, LocalDate born) {
        this.today = today;
        this.born = born;
    }

    /** @param listed what the roster says of the person */
    static List<Seen> of(FilledPlan plan, Resident listed, LocalDate today) {
        AskedQuestion birth = plan.at(Role.RESIDENT_BIRTH_DATE).filter(AskedQuestion::isAnswered).orElse(null);
        LocalDate born = birth == null ? null : day(birth.value().asText());
        Observations all = new Observations(today, born);
        for (AskedSection section : plan.sections()) {
            section.asked().forEach(q -> {
                if (q.field().isGroup()) {
                    all.group(q);
                } else {
                    all.question(q);
                }
            });
            if (section.applies() && plan.form().prints(section.section(), "timeline")) {
                all.timeline(section);
            }
        }
        AskedQuestion said = birth != null ? birth : plan.at(Role.RESIDENT_BIRTH_KNOWN).filter(AskedQuestion::isAnswered).orElse(null);
        if (said != null && (listed.birthDate() != null || !listed.birthKnown().isEmpty())) {
            all.add(said, "rosterBirthDate", agrees(listed, born, birth == null ? said.value().asText() : "") ? 0 : 1, null);
        }
        return all.seen;
    }

    /**
     * A roster that knows the year alone agrees with every day of it; one that knows nothing of the date agrees with none.
     *
     * @param born  null where the plan has no day
     * @param known the words that the plan has instead
     */
    private static boolean agrees(Resident listed, LocalDate born, String known) {
        if (listed.birthDate() != null) {
            return listed.birthDate().equals(born);
        }
        return born == null ? known.equals(DateWords.partly(listed.birthKnown(), false)) : born.toString().startsWith(listed.birthKnown());
    }

    private void group(AskedQuestion group) {
        List<AskedRow> filled = group.rows().stream().filter(r -> !r.isEmpty()).toList();
        filled.forEach(r -> r.asked().forEach(this::question));
        add(group, "rows", filled.size(), null);
    }

    /** How many of its times say what is to be done then. */
    private void timeline(AskedSection section) {
        section.asked().findFirst().ifPresent(first -> add(first, "timeline",
                (int) section.asked().flatMap(q -> q.rows().stream()).filter(r -> !r.isEmpty()).count(), null));
    }

    private void question(AskedQuestion q) {
        q.field().kind().facts(q.isAnswered() ? q.value() : null).forEach(f -> add(q, f.name(), f.number(), f.text()));
        if (born != null && q.field().role() == Role.RESIDENT_BIRTH_DATE) {
            add(q, "age", age(born), null);
        }
        if (born != null && q.field().role() == Role.RESIDENT_AGE && q.isAnswered() && q.value().isNumber()) {
            add(q, "ageGap", Math.abs(age(born) - q.value().intValue()), null);
        }
    }

    private int age(LocalDate day) {
        return day.isAfter(today) ? -1 : Period.between(day, today).getYears();
    }

    private static LocalDate day(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void add(AskedQuestion q, String fact, Number number, String text) {
        String role = q.field().role() == null ? "" : q.field().role().word();
        seen.add(new Seen(q.address().toString(), new Observation(fact, role, q.field().pointer(), number, text)));
    }
}
