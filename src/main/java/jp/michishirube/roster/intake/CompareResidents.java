package jp.michishirube.roster.intake;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out what each row of a residents' file is, against the file itself and against the people known: all in the database, a handful
 * of statements for any number of rows.
 */
@Component
class CompareResidents {

    /** In this order; each takes only rows that no earlier one has judged. {@code :i} is the import, {@code :today} the day. */
    private static final List<String> STEPS = List.of(
            // the same number twice in the file: the same person again, or another one under a number that is not hers
            """
            update roster.intake_row r set other_line = f.line, verdict = case when r.person_key = f.person_key then 'DUPLICATE' else 'WRONG' end,
                problems = case when r.person_key = f.person_key then null else jsonb_build_array(jsonb_build_object(
                    'column', 'cityNumber', 'value', r.city_number, 'kind', 'number-of-another')) end
            from (select distinct on (city_number) city_number, line, person_key from roster.intake_row
                  where intake = :i and verdict is null and city_number is not null order by city_number, line) f
            where r.intake = :i and r.verdict is null and r.city_number = f.city_number and r.line > f.line
            """,
            // the same person twice in the file: plain when one of the two has no number, a question when both have
            """
            update roster.intake_row r set other_line = f.line, verdict =
                case when r.city_number is null or f.city_number is null then 'DUPLICATE' else 'DOUBT' end
            from (select distinct on (place_key) place_key, line, city_number from roster.intake_row
                  where intake = :i and verdict is null and place_key is not null order by place_key, line) f
            where r.intake = :i and r.verdict is null and r.place_key = f.place_key and r.line > f.line
            """,
            // known by the number; another name and another birth date under it is a question
            """
            update roster.intake_row r set entry = e.id, verdict = case
                when e.data ->> 'name' <> r.data ->> 'name' and e.data ->> 'birthDate' <> r.data ->> 'birthDate' then 'DOUBT'
                else 'KNOWN' end
            from roster.entry e
            where r.intake = :i and r.verdict is null and e.city_number = r.city_number
            """,
            // without a number: known by name, birth date and address
            """
            update roster.intake_row r set entry = e.id, verdict = 'KNOWN'
            from (select distinct on (place_key) place_key, id, city_number from roster.entry order by place_key, status, id) e
            where r.intake = :i and r.verdict is null and e.place_key = r.place_key and (r.city_number is null or e.city_number like '~%')
            """,
            // name and birth date alone, or with another number: a person decides
            """
            update roster.intake_row r set entry = e.id, verdict = 'DOUBT'
            from (select distinct on (person_key) person_key, id from roster.entry order by person_key, status desc, id) e
            where r.intake = :i and r.verdict is null and e.person_key = r.person_key
            """,
            // two rows that lead to one person
            """
            update roster.intake_row r set verdict = 'DUPLICATE', other_line = f.line
            from (select distinct on (entry) entry, line from roster.intake_row
                  where intake = :i and verdict = 'KNOWN' order by entry, line) f
            where r.intake = :i and r.verdict = 'KNOWN' and r.entry = f.entry and r.line > f.line
            """,
            OfficesOfRows.NAMED,
            OfficesOfRows.UNKNOWN,
            OfficesOfRows.WITHOUT_CONTRACT,
            CorrectionsOfRows.STAND,
            CorrectionsOfRows.ASKED,
            """
            update roster.intake_row r set before = e.data, verdict = case
                when coalesce(r.data ->> 'left', '') <> '' then case when e.status = 'LEFT' then 'UNCHANGED' else 'LEFT' end
                when e.status = 'LISTED' and (r.city_number is null or r.city_number = e.city_number)
                    and (e.data @> r.data or roster.says_the_same(e.data, r.data, e.place_key = r.place_key)) then 'UNCHANGED'
                else 'CHANGED' end
            from roster.entry e where r.intake = :i and r.verdict = 'KNOWN' and e.id = r.entry
            """,
            "update roster.intake_row r set before = e.data from roster.entry e where r.intake = :i and r.verdict in ('DOUBT', 'ASKED') and e.id = r.entry",
            // somebody never known has left: nothing to do
            """
            update roster.intake_row r set verdict = case when coalesce(r.data ->> 'left', '') <> '' then 'UNCHANGED' else 'NEW' end
            where r.intake = :i and r.verdict is null
            """,
            "update roster.intake_row set before = null where intake = :i and verdict = 'UNCHANGED'",
            // a wrong row still shows that its person is on the list; where it does not say who, nobody is called missing
            """
            insert into roster.intake_row (intake, line, verdict, city_number, data, entry, before, priority)
            select :i, -e.id, 'GONE', e.city_number, '{}', e.id, e.data, e.priority
            from roster.entry e
            where :whole and (select full_list from roster.intake where id = :i) and e.status = 'LISTED'
              and exists (select 1 from roster.intake_row r where r.intake = :i and r.verdict not in ('WRONG', 'NO_PERSON'))
              and not exists (select 1 from roster.intake_row r where r.intake = :i and r.verdict = 'WRONG'
                  and r.city_number is null and coalesce(r.data ->> 'name', '') = '')
              and not exists (select 1 from roster.intake_row r where r.intake = :i and r.entry = e.id)
              and not exists (select 1 from roster.intake_row r where r.intake = :i and r.city_number = e.city_number)
              and not exists (select 1 from roster.intake_row r where r.intake = :i and r.verdict = 'WRONG' and r.city_number is null
                  and r.data ->> 'name' = e.name)
            """);

    private final JdbcClient jdbc;

    CompareResidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param whole false where more of the list stands in the file than is read: then nobody is called missing */
    void compare(long intake, LocalDate today, boolean whole) {
        STEPS.forEach(step -> jdbc.sql(step).param("i", intake).param("today", today).param("whole", whole).update());
    }
}
