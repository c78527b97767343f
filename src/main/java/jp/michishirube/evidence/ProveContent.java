package jp.michishirube.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.michishirube.evidence.ChainQuestions.Form;
import jp.michishirube.evidence.ChainQuestions.Source;
import jp.michishirube.evidence.Findings.Fault;
import jp.michishirube.evidence.Findings.Kind;

/** Each line of one table against its row, and each row against the chain, a span of ids at a time. */
record ProveContent(Source source, long from, long to) implements ProofPart {

    /** All that there is to prove, in parts of so many ids. */
    static List<ProofPart> all(Connection c, int lines) throws SQLException {
        List<ProofPart> parts = new ArrayList<>();
        for (Source source : sources(c)) {
            long highest = number(c, "select greatest((select max(row_id) from evidence.line where source = " + source.code() + " and erased is null),"
                    + " (select max(id) from " + ChainQuestions.table(source.name()) + "))");
            long lowest = number(c, "select least((select min(row_id) from evidence.line where source = " + source.code() + " and erased is null),"
                    + " (select min(id) from " + ChainQuestions.table(source.name()) + "))");
            for (long from = lowest - 1; from < highest; from += lines) {
                parts.add(new ProveContent(source, from, from + lines));
            }
        }
        return parts;
    }

    private static List<Source> sources(Connection c) throws SQLException {
        List<Source> sources = new ArrayList<>();
        try (Statement s = c.createStatement(); ResultSet row = s.executeQuery("select code, name, said_at from evidence.source"
                + " where exists (select from evidence.form f where f.source = code) order by code")) {
            while (row.next()) {
                sources.add(new Source(row.getInt(1), row.getString(2), row.getString(3), forms(c, row.getInt(1))));
            }
        }
        return sources;
    }

    private static List<Form> forms(Connection c, int source) throws SQLException {
        List<Form> forms = new ArrayList<>();
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery("select form, columns from evidence.form where source = " + source + " order by form")) {
            while (row.next()) {
                forms.add(new Form(row.getInt(1), Arrays.asList((String[]) row.getArray(2).getArray())));
            }
        }
        return forms;
    }

    private static long number(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement(); ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void prove(Connection c, Proof into) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(ChainQuestions.content(source))) {
            for (int i = 1; i <= 4; i++) {
                s.setLong(i, i % 2 == 1 ? from : to);
            }
            s.setFetchSize(1000);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    String place = row.getObject("no") == null ? "" : row.getInt("no") + "-" + row.getInt("seq");
                    into.found(new Fault(row.getObject("day", LocalDate.class), place, source.name() + " " + row.getLong("row_id"), Kind.valueOf(row.getString("fault"))));
                }
            }
        }
    }
}
