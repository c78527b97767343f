package jp.michishirube.roster;

import java.util.List;
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
            """
            update roster.intake_row r set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                'column', 'office', 'value', r.data ->> 'office', 'kind', 'unknown-office'))
            where r.intake = :i and r.verdict is null and not exists (select 1 from organization.office o where o.code = r.data ->> 'office')
            """,
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
            """);

    private static final List<String> OFFICES = List.of(
            """
            update roster.intake_row r set verdict = 'DUPLICATE', other_line = f.line
            from (select distinct on (data ->> 'office') data ->> 'office' as code, line from roster.intake_row
                  where intake = :i and verdict is null order by data ->> 'office', line) f
            where r.intake = :i and r.verdict is null and r.data ->> 'office' = f.code and r.line > f.line
            """,
            """
            update roster.intake_row r set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                'column', 'officeKind', 'value', r.data ->> 'officeKind', 'kind', 'office-kind'))
            where r.intake = :i and r.verdict is null and r.data ->> 'officeKind' !~ '居宅|地域包括'
            """,
            """
            update roster.intake_row r set before = o.now, verdict = case when o.now @> r.data then 'UNCHANGED' else 'CHANGED' end
            from (select code, jsonb_build_object('office', code, 'officeName', name, 'phone', coalesce(phone, ''), 'areas', coalesce(areas, ''),
                      'officeKind', case kind when 'HOME_CARE_SUPPORT' then '居宅介護支援事業所' else '地域包括支援センター' end,
                      'quota', case quota when 0 then '' else quota::text end, 'contractEnds', coalesce(contract_ends::text, '')) as now
                  from organization.office) o
            where r.intake = :i and r.verdict is null and o.code = r.data ->> 'office'
            """,
            "update roster.intake_row set verdict = 'NEW' where intake = :i and verdict is null");

    private final JdbcClient jdbc;

    CompareOthers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void assignment(long intake) {
        ASSIGNMENT.forEach(step -> jdbc.sql(step).param("i", intake).update());
    }

    void offices(long intake) {
        jdbc.sql("""
                update roster.intake_row set data = data
                    || case when jsonb_exists(data, 'quota') and data ->> 'quota' in ('0', '') then '{"quota": ""}'::jsonb else '{}'::jsonb end
                    || case when jsonb_exists(data, 'areas') then jsonb_build_object('areas', regexp_replace(data ->> 'areas', '\\s*[・、,;；，/]\\s*', ',', 'g'))
                       else '{}'::jsonb end
                    || jsonb_build_object('officeKind', case when data ->> 'officeKind' ~ '居宅' then '居宅介護支援事業所'
                           when data ->> 'officeKind' ~ '包括' then '地域包括支援センター' else data ->> 'officeKind' end)
                where intake = :i and verdict is null
                """).param("i", intake).update();
        OFFICES.forEach(step -> jdbc.sql(step).param("i", intake).update());
    }
}
