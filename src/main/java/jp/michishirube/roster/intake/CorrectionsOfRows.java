package jp.michishirube.roster.intake;

/**
 * What a list says of a value that was corrected by hand. As long as it repeats what it said then, the correction stands; when it says a third
 * thing, a person is asked; when it agrees, the correction has done its work.
 */
final class CorrectionsOfRows {

    static final String STAND = """
            update roster.intake_row r set data = r.data || c.kept, notes = coalesce(r.notes, '[]') || c.notes
            from (select x.line, jsonb_object_agg(k.key, k.value) as kept, jsonb_agg(jsonb_build_object(
                      'column', k.key, 'value', k.listed, 'kind', 'corrected-stands')) as notes
                  from roster.intake_row x join roster.correction k on k.entry = x.entry and k.ended_at is null
                  where x.intake = :i and x.verdict = 'KNOWN' and x.data ->> k.key = k.listed group by x.line) c
            where r.intake = :i and r.line = c.line
            """;

    static final String ASKED = """
            update roster.intake_row r set verdict = 'ASKED', notes = coalesce(r.notes, '[]') || c.notes
            from (select x.line, jsonb_agg(jsonb_build_object('column', k.key, 'value', x.data ->> k.key, 'kind', 'corrected-differs')) as notes
                  from roster.intake_row x join roster.correction k on k.entry = x.entry and k.ended_at is null
                  where x.intake = :i and x.verdict = 'KNOWN' and x.data ->> k.key not in (k.value, k.listed)
                    and coalesce(x.data ->> 'left', '') = '' group by x.line) c
            where r.intake = :i and r.line = c.line
            """;

    /** The data to act on: where the person keeps the correction, the list's word for it is left out. */
    static final String DATA = """
            case when r.decision = 'KEEP' then r.data - array(select n ->> 'column' from jsonb_array_elements(r.notes) n
                where n ->> 'kind' = 'corrected-differs') else r.data end""";

    /** After an import: corrections that the list has taken over or a person has given up end; those kept know what the list says now. */
    static final String KEPT = """
            update roster.correction k set listed = r.data ->> k.key from roster.intake_row r
            where r.intake = :i and r.done and r.decision = 'KEEP' and r.entry = k.entry and k.ended_at is null and jsonb_exists(r.data, k.key)
            """;

    static final String ENDED = """
            update roster.correction k set ended_at = :now from roster.intake_row r join roster.entry e on e.id = r.entry
            where r.intake = :i and (r.done or r.verdict = 'UNCHANGED') and r.entry = k.entry and k.ended_at is null
              and (e.data ->> k.key is distinct from k.value
                or r.data ->> k.key = k.value and not coalesce(r.notes, '[]') @> jsonb_build_array(jsonb_build_object('column', k.key, 'kind', 'corrected-stands')))
            """;

    private CorrectionsOfRows() {}
}
