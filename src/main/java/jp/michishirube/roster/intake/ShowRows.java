package jp.michishirube.roster.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.PeopleLists.Shown;
import jp.michishirube.casefile.PeopleLists.Somebody;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.entry.EntryList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roster and its files as they are shown to somebody: by the one port for lists of people, which leaves the line. */
@Component
class ShowRows {

    private static final String PROTECTED = "protected";

    /**
     * A row's line and the number of whom it is about. A wrong row may bear no number or somebody else's: the name and the day of birth of a protected
     * person, or the name alone where the day cannot be read, are then enough to be taken for that person.
     */
    private static final String KNOWN = """
            select r.line, coalesce(guarded.city_number, r.city_number, e.city_number) from roster.intake_row r left join roster.entry e on e.id = r.entry
            left join lateral (
                select q.city_number from casefile.protection p join casefile.resident q on q.id = p.resident_id
                where p.ended_at is null and regexp_replace(q.name, '[\\s　]', '', 'g') = regexp_replace(r.data ->> 'name', '[\\s　]', '', 'g')
                    and (q.birth_date is null or coalesce(r.data ->> 'birthDate', '') !~ '^\\d{4}-\\d\\d-\\d\\d$' or r.data ->> 'birthDate' = q.birth_date::text)
                limit 1
            ) guarded on r.verdict in ('WRONG', 'DUPLICATE', 'DOUBT')
            """;

    private final PeopleLists people;
    private final ProtectedPeople protectedPeople;
    private final JdbcClient jdbc;
    private final WhoAmI who;

    ShowRows(PeopleLists people, ProtectedPeople protectedPeople, JdbcClient jdbc, WhoAmI who) {
        this.people = people;
        this.protectedPeople = protectedPeople;
        this.jdbc = jdbc;
        this.who = who;
    }

    /** @param word {@code roster-entries}, or {@code roster-entry} for one */
    List<EntryList.Row> entries(String word, Map<String, String> filter, Supplier<List<EntryList.Row>> rows) {
        return people.show(Shown.onScreen(word, filter), rows,
                r -> new Somebody(r.caseId() == null ? null : new CaseId(r.caseId()), r.cityNumber()));
    }

    /** Rows of an import: known by the number they bear, by that of the person on the roster whom they are about, or as protected by their name. */
    List<RowView> rows(String word, long intake, Supplier<List<RowView>> rows) {
        Map<Long, String> numbers = new HashMap<>();
        return people.show(Shown.onScreen(word, Map.of("intake", String.valueOf(intake))), () -> {
            // Whom the file itself names as protected is so for its reader too, before anybody is known by that number.
            boolean all = protectedPeople.maySet(who.me());
            List<RowView> found = rows.get().stream().filter(r -> all || !r.get(PROTECTED).equals("true")).toList();
            numbers.putAll(numbers(intake, found));
            return found;
        }, r -> new Somebody(null, numbers.get(r.line())));
    }

    /** @return the lines of the wrong and doubled rows that may go into the file */
    List<Long> wrongLines(long intake) {
        record Wrong(long line, String number) {}
        return people.show(Shown.asFile("roster-wrong-csv", Map.of("intake", String.valueOf(intake))), () -> jdbc.sql(KNOWN + """
                where r.intake = ? and r.verdict in ('WRONG', 'DUPLICATE') and coalesce(r.data ->> 'protected', '') <> 'true' order by r.line
                """).param(intake).query((rs, n) -> new Wrong(rs.getLong(1), rs.getString(2))).list(),
                w -> new Somebody(null, w.number())).stream().map(Wrong::line).toList();
    }

    /** The first rows of a file whose columns nobody has matched yet: whom they are about is not known. */
    List<List<String>> sample(long intake, Supplier<List<List<String>>> rows) {
        return people.show(Shown.onScreen("roster-columns", Map.of("intake", String.valueOf(intake))), rows, r -> new Somebody(null, null));
    }

    private Map<Long, String> numbers(long intake, List<RowView> rows) {
        Map<Long, String> numbers = new HashMap<>();
        jdbc.sql(KNOWN + "where r.intake = ? and r.line = any(?)").params(intake, rows.stream().map(RowView::line).toArray(Long[]::new))
                .query(rs -> { numbers.put(rs.getLong(1), rs.getString(2)); });
        return numbers;
    }
}
