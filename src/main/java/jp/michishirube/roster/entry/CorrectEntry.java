package jp.michishirube.roster.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.BirthDate;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.SearchKey;
import jp.michishirube.roster.file.WrongValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One value of one entry set right by hand, with a reason. It stands until the next list agrees, or says a third thing and a person is asked. */
@Component
public class CorrectEntry {

    /** What identifies a person, and what others decide on, is not corrected here. */
    private static final Set<String> NOT_HERE = Set.of("cityNumber", "cityOsId", "office", "officeName", "left", "leftOn", "protected", "consentClaim");
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final Entries entries;
    private final ActOnCase act;
    private final Intakes intakes;
    private final WhoAmI who;
    private final Clock clock;

    CorrectEntry(JdbcClient jdbc, Entries entries, ActOnCase act, Intakes intakes, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.act = act;
        this.intakes = intakes;
        this.who = who;
        this.clock = clock;
    }

    /** Our columns that can be corrected. */
    public static List<Column> columns() {
        return IntakeKind.RESIDENTS.columns().stream().filter(c -> !NOT_HERE.contains(c.key())).toList();
    }

    /**
     * @param seen the value that the person saw; another by now is refused
     * @throws Problem {@code roster-correction-invalid} (422), {@code changed-meanwhile} (409), {@code roster-entry-not-found} (404)
     */
    @Transactional
    public void correct(long id, String key, String seen, String typed, String reason) {
        Column column = columns().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow(() -> invalid("key", "roster-correction-key"));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw invalid("reason", "roster-reason-missing");
        }
        String value = read(column, typed);
        KnownPerson person = entries.known(List.of(id)).get(id);
        if (person == null || !person.listed()) {
            throw Problem.notFound("roster-entry-not-found");
        }
        String before = person.data().getOrDefault(key, "");
        if (!before.equals(seen)) {
            throw Problem.conflict("changed-meanwhile");
        }
        if (before.equals(value)) {
            return;
        }
        keep(person, key, before, value, reason.strip());
        Map<String, String> data = new HashMap<>(person.data());
        data.put(key, value);
        BirthDate birth = BirthDate.of(data.get("birthDate"));
        jdbc.sql("update roster.entry set data = ?::jsonb, person_key = ?, place_key = ?, changed_at = ? where id = ?")
                .params(Json.write(data), SearchKey.person(data.get("name"), birth), SearchKey.place(data.get("name"), birth, data.getOrDefault("address", "")),
                        intakes.now(), id).update();
        if (person.caseId() != null) {
            act.corrected(new CaseId(person.caseId()), person, Map.of(key, value), data);
        }
    }

    private String read(Column column, String typed) {
        try {
            String value = column.kind().read(typed, LocalDate.now(clock));
            if (value.isEmpty() && (column.required() || !typed.isBlank())) {
                throw invalid("value", "roster-correction-value");
            }
            return value;
        } catch (WrongValue e) {
            throw invalid("value", "roster-correction-value");
        }
    }

    /** A second correction of the same value still stands against what the list said before the first. */
    private void keep(KnownPerson person, String key, String before, String value, String reason) {
        Person by = who.me();
        String listed = jdbc.sql("update roster.correction set ended_at = ? where entry = ? and key = ? and ended_at is null returning listed")
                .params(intakes.now(), person.id(), key).query(String.class).optional().orElse(before);
        jdbc.sql("""
                insert into roster.correction (entry, key, value, listed, reason, made_at, made_by, made_name) values (?, ?, ?, ?, ?, ?, ?, ?)
                """).params(person.id(), key, value, listed, reason, intakes.now(), by.id(), by.name()).update();
    }

    private static Problem invalid(String field, String kind) {
        return Problem.invalid("roster-correction-invalid", List.of(new FieldProblem(field, kind)));
    }
}
