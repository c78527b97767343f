package jp.michishirube.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the proof asks the database. Each question reads its rows once and in the order in which they lie, so that ten million lines cost little
 * more than to read them. The text of a row is that which {@code evidence.carry_on} hashed (V001): both need the same {@link #AS_HASHED}.
 */
final class ChainQuestions {

    /** Settings on which PostgreSQL's text of a row depends, and those that let two sorted readings run side by side. */
    static final List<String> AS_HASHED = List.of("set local search_path = pg_catalog, pg_temp", "set local timezone = 'UTC'", "set local datestyle = 'ISO'",
            "set local bytea_output = 'hex'", "set local extra_float_digits = 1", "set local enable_hashjoin = off", "set local enable_hashagg = off",
            "set local jit = off", "set local work_mem = '64MB'");

    /** Where parts of the chain end that have about as many lines as the parameter says, the last one left out: {@code day, no}. */
    static final String ENDS = """
            select day, no from (
                select day, no, part, lead(part) over (order by day, no) as next
                from (select day, no, sum(lines::bigint) over (order by day, no) / :many as part from evidence.link) k) k
            where part <> next order by day, no
            """;

    /**
     * A row for each link at fault of those after one place and up to another (parameters: day, number, from and to, each twice and the first a
     * third time), and a last one without a number that says the days and counts lines and erased ones. {@code gap}: no link before;
     * {@code loose}: lines without a link; {@code due}: how many lines the link says it has; {@code highest}: largest number of one.
     */
    static final String CHAIN = """
            with part as (
                (select * from evidence.link where (day, no) <= (?, ?) order by day desc, no desc limit 1)
                union all select * from evidence.link where (day, no) > (?, ?) and (day, no) <= (?, ?)),
            whole as (
                select k.day, k.no, k.source, k.lines, k.chained, lag(k.chained) over (order by k.day, k.no) as before,
                    coalesce(lag(k.no) over (partition by k.day order by k.no), 0) as no_before
                from part k),
            lined as materialized (
                select day, no, w.source, w.lines as due, coalesce(no > w.no_before + 1, false) as gap, w.source is null as loose,
                    coalesce(l.found, 0) as found, l.highest, coalesce(l.gone, 0) as gone, w.chained = sha256(coalesce(w.before, '')
                        || convert_to(day || ' ' || no || ' ' || w.lines, 'UTF8') || coalesce(l.hashes, '')) as holds
                from (select * from whole where (day, no) > (?, ?)) w full join (
                    select day, no, count(*) as found, max(seq) as highest, count(erased) as gone, string_agg(hash, '' order by seq) as hashes
                    from evidence.line where (day, no) > (?, ?) and (day, no) <= (?, ?) group by day, no) l using (day, no))
            select d.day, d.no, d.due, d.highest, d.gap, d.loose, d.found as lines, d.holds, coalesce(s.name, '') as source, null::bigint as erased,
                null::date[] as days
            from lined d left join evidence.source s on s.code = d.source where loose or gap or found <> due or not holds
            union all select null, null, null, null, null, null, coalesce(sum(found), 0), null, '', coalesce(sum(gone), 0), array_agg(distinct day) from lined
            """;

    /** Which lines of a link there are. */
    static final String NUMBERS = "select seq from evidence.line where day = ? and no = ? order by seq";

    private static final String OF_FILE = "sha256:";

    private ChainQuestions() {}

    /** @param columns of the table at that time, in their order; {@code sha256:x} where the text has the hash of the file in column x */
    record Form(int number, List<String> columns) {}

    /** A table whose lines are evidence. */
    record Source(int code, String name, String saidAt, List<Form> forms) {}

    /**
     * Lines of a table against its rows, those of the ids between two parameters (from, to). Needs {@code code, from, to, from, to}; row by row
     * {@code day, no, seq, row_id, fault} of what is at fault.
     */
    static String content(Source source) {
        String text = source.forms().stream().map(f -> "when " + f.number() + " then " + text(source, f)).collect(Collectors.joining(" ", "case l.form ", " end"));
        return """
                select day, no, seq, row_id, fault from (
                    select l.day, l.no, l.seq, coalesce(l.row_id, t.id) as row_id, case when t.id is null then 'REMOVED'
                        when l.row_id is null then case when t.id <= s.mark
                            and not exists (select from evidence.again a where a.source = s.code and a.row_id = t.id) then 'OUTSIDE' end
                        when l.salt is null or sha256(l.salt || (%s)) is distinct from l.hash then 'ALTERED'
                        when t.%s < l.day - 2 and not (l.row_id <= s.begins and l.day <= s.began::date + 1) and not exists (
                            select from evidence.line e where e.source = s.code and e.row_id = l.row_id and e.erased is not null) then 'DATED_BACK'
                        end as fault
                    from (select * from evidence.line where source = %d and erased is null and row_id > ? and row_id <= ?) l
                    full join (select * from %s where id > ? and id <= ?) t on t.id = l.row_id
                    cross join (select * from evidence.source where code = %d) s) x
                where fault is not null
                """.formatted(text, quoted(source.saidAt()), source.code(), table(source.name()), source.code());
    }

    private static String text(Source source, Form form) {
        return "convert_to('" + source.name() + " ' || row(" + form.columns().stream().map(ChainQuestions::value).collect(Collectors.joining(", "))
                + ")::text, 'UTF8')";
    }

    private static String value(String column) {
        return column.startsWith(OF_FILE) ? "sha256(t." + quoted(column.substring(OF_FILE.length())) + ")" : "t." + quoted(column);
    }

    static String table(String name) {
        return java.util.Arrays.stream(name.split("\\.")).map(ChainQuestions::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
