package jp.michishirube.roster.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.entry.SameValue;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of an import as people look at them: a page of one verdict, in the order of the file. */
@Repository
class PreviewRows {

    static final int PAGE = 50;
    private static final TypeReference<List<RowView.Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PreviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after line of the last row of the page before; {@code Long.MIN_VALUE} for the first page */
    List<RowView> page(long intake, Verdict verdict, long after) {
        return jdbc.sql("select * from roster.intake_row where intake = ? and verdict = ? and line > ? order by line limit ?")
                .params(intake, verdict.name(), after, PAGE + 1).query(PreviewRows::row).list();
    }

    List<RowView> noted(long intake, long after) {
        return jdbc.sql("select * from roster.intake_row where intake = ? and notes is not null and line > ? order by line limit ?")
                .params(intake, after, PAGE + 1).query(PreviewRows::row).list();
    }

    /** Questions that a person has answered. */
    long decided(long intake) {
        return jdbc.sql("select count(decision) from roster.intake_row where intake = ? and verdict in ('DOUBT', 'ASKED')").param(intake).query(Long.class).single();
    }

    /** All wrong rows and those that stand in the file twice, in the order of the file, however many. */
    void eachWrong(long intake, Consumer<RowView> sink) {
        long after = Long.MIN_VALUE;
        for (List<RowView> page = wrong(intake, after); !page.isEmpty(); page = wrong(intake, after)) {
            page.forEach(sink);
            after = page.get(page.size() - 1).line();
        }
    }

    private List<RowView> wrong(long intake, long after) {
        return jdbc.sql("select * from roster.intake_row where intake = ? and verdict in ('WRONG', 'DUPLICATE') and line > ? order by line limit ?")
                .params(intake, after, PAGE).query(PreviewRows::row).list();
    }

    private static RowView row(ResultSet rs, int n) throws SQLException {
        Verdict verdict = Verdict.valueOf(rs.getString("verdict"));
        Map<String, String> data = Json.values(rs.getString("data"));
        Map<String, String> known = Json.values(rs.getString("before"));
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        if (verdict == Verdict.GONE) {
            before.putAll(known);
        } else if (!known.isEmpty()) {
            data.forEach((key, value) -> {
                if (!SameValue.is(key, known.getOrDefault(key, ""), value)) {
                    before.put(key, known.getOrDefault(key, ""));
                    after.put(key, value);
                }
            });
        }
        long other = rs.getLong("other_line");
        return new RowView(rs.getLong("line"), verdict, data, findings(rs.getString("problems")), findings(rs.getString("notes")),
                rs.getInt("priority"), rs.getBoolean("eligible"), Json.strings(rs.getString("reasons")), other == 0 ? null : other,
                rs.getString("decision"), before, after);
    }

    private static List<RowView.Finding> findings(String json) {
        List<RowView.Finding> read = Json.read(json, FINDINGS);
        return read == null ? List.of() : read;
    }
}
