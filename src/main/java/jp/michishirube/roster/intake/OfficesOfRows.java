package jp.michishirube.roster.intake;

/**
 * Which office a row means: its number decides; a name counts where exactly one office bears it. A row whose office nobody knows, or whose
 * contract does not run today, is wrong; somebody who leaves the list, or stays with the office she has, needs none of it.
 */
final class OfficesOfRows {

    static final String NAMED = """
            update roster.intake_row r set data = r.data || jsonb_build_object('office', o.code)
            from (select code, code as said from organization.office
                  union all select min(code), name from organization.office group by name having count(*) = 1) o
            where r.intake = :i and (r.verdict is null or r.verdict in ('KNOWN', 'DOUBT'))
              and coalesce(nullif(r.data ->> 'office', ''), r.data ->> 'officeName') = o.said
              and not exists (select 1 from organization.office n where n.code = r.data ->> 'office')
            """;

    static final String UNKNOWN = """
            update roster.intake_row r set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                'column', case when coalesce(r.data ->> 'office', '') = '' then 'officeName' else 'office' end,
                'value', coalesce(nullif(r.data ->> 'office', ''), r.data ->> 'officeName'),
                'kind', case when (select count(*) from organization.office o where o.name = coalesce(nullif(r.data ->> 'office', ''), r.data ->> 'officeName')) > 1
                    then 'office-ambiguous' else 'unknown-office' end))
            where r.intake = :i and (r.verdict is null or r.verdict in ('KNOWN', 'DOUBT'))
              and coalesce(nullif(r.data ->> 'office', ''), r.data ->> 'officeName', '') <> ''
              and coalesce(r.data ->> 'left', '') = ''
              and not exists (select 1 from organization.office o where o.code = r.data ->> 'office')
            """;

    static final String WITHOUT_CONTRACT = """
            update roster.intake_row r set verdict = 'WRONG', problems = jsonb_build_array(jsonb_build_object(
                'column', 'office', 'value', o.code, 'kind', case when o.contract_begins > :today then 'office-not-begun' else 'office-ended' end))
            from organization.office o
            where r.intake = :i and (r.verdict is null or r.verdict in ('KNOWN', 'DOUBT')) and o.code = r.data ->> 'office'
              and (o.contract_begins > :today or o.contract_ends < :today) and coalesce(r.data ->> 'left', '') = ''
              and not exists (select 1 from roster.entry e left join casefile.casefile c on c.id = e.case_id
                  where e.id = r.entry and coalesce(c.office, e.data ->> 'office') = o.code)
            """;

    private OfficesOfRows() {}
}
