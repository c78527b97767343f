package jp.michishirube.roster.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.michishirube.roster.file.OfficeKinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same for the files that name offices and who makes whose plan. */
@Component
class CompareOthers {

    private static final List<String> ASSIGNMENT = List.of(
            """
            update roster.intake_row r set verdict = 'DUPLICATE', other_line = f.line
            from (select distinct on (city_number) city_number, line from roster.intake_row
                  where intake = :i and verdict is null order by city_number, line) f
            where r.intake = :i and r.verdict is null and r.city_number = f.city_number and r.line > f.line
            """,
            OfficesOfRows.NAMED,
            OfficesOfRows.UNKNOWN,
            """
            update roster.intake_row r set entry = e.id, before = jsonb_build_object('office', coalesce(c.office, '')),
                verdict = case when c.office = r.data ->> 'office' then 'UNCHANGED' else 'CHANGED' end
            from roster.entry e join casefile.casefile c on c.id = e.case_id
            where r.intake = :i and r.verdict is null and e.city_number = r.city_number and e.status = 'LISTED'
            """,
            """
            update roster.intake_row r set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                'column', 'cityNumber', 'value', r.city_number, 'kind', 'unknown-person'))
            where r.intake = :i and r.verdict is null
            """,
            """
            update roster.intake_row r set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                'column', 'office', 'value', o.code, 'kind', case when o.contract_begins > :today then 'office-not-begun' else 'office-ended' end))
            from organization.office o
            where r.intake = :i and r.verdict = 'CHANGED' and o.code = r.data ->> 'office' and (o.contract_begins > :today or o.contract_ends < :today)
            """);

    private static final List<String> OFFICES = List.of(
            """
            update roster.intake_row r set verdict = 'DUPLICATE', other_line = f.line
            from (select distinct on (data ->> 'office') data ->> 'office' as code, line from roster.intake_row
                  where intake = :i and verdict is null order by data ->> 'office', line) f
            where r.intake = :i and r.verdict is null and r.data ->> 'office' = f.code and r.line > f.line
            """,
            """
            update roster.intake_row r set before = o.now, verdict = case when o.now @> r.data then 'UNCHANGED' else 'CHANGED' end
            from (select code, jsonb_build_object('office', code, 'officeName', name, 'phone', coalesce(phone, ''), 'areas', coalesce(areas, ''),
                      'officeKind', kind, 'contractBegins', coalesce(contract_begins::text, ''),
                      'quota', case quota when 0 then '' else quota::text end, 'contractEnds', coalesce(contract_ends::text, '')) as now
                  from organization.office) o
            where r.intake = :i and r.verdict is null and o.code = r.data ->> 'office'
            """,
            "update roster.intake_row set verdict = 'NEW' where intake = :i and verdict is null");

    private final JdbcClient jdbc;

    CompareOthers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void assignment(long intake, LocalDate today) {
        ASSIGNMENT.forEach(step -> jdbc.sql(step).param("i", intake).param("today", today).update());
    }

    void offices(long intake) {
        jdbc.sql("""
                update roster.intake_row set data = data
                    || case when jsonb_exists(data, 'quota') and data ->> 'quota' in ('0', '') then '{"quota": ""}'::jsonb else '{}'::jsonb end
                    || case when jsonb_exists(data, 'areas') then jsonb_build_object('areas', regexp_replace(data ->> 'areas', '\\s*[・、,;；，/]\\s*', ',', 'g'))
                       else '{}'::jsonb end
                where intake = :i and verdict is null
                """).param("i", intake).update();
        kinds(intake);
        OFFICES.forEach(step -> jdbc.sql(step).param("i", intake).update());
    }

    /** Each kind by its code; one that nobody has listed is a mistake of the row, with the word as it stands. */
    private void kinds(long intake) {
        List<String> words = jdbc.sql("select distinct data ->> 'officeKind' from roster.intake_row where intake = ? and verdict is null").param(intake)
                .query(String.class).list();
        for (String word : words) {
            Optional<OfficeKinds.Kind> kind = OfficeKinds.of(word);
            if (kind.isPresent()) {
                jdbc.sql("""
                        update roster.intake_row set data = data || jsonb_build_object('officeKind', cast(? as text))
                        where intake = ? and verdict is null and data ->> 'officeKind' = ?
                        """).params(kind.get().code(), intake, word).update();
            } else {
                jdbc.sql("""
                        update roster.intake_row set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                            'column', 'officeKind', 'value', data ->> 'officeKind', 'kind', 'office-kind'))
                        where intake = ? and verdict is null and data ->> 'officeKind' = ?
                        """).params(intake, word).update();
            }
        }
    }
}
