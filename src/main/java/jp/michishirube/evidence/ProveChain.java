package jp.michishirube.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.evidence.Findings.Fault;
import jp.michishirube.evidence.Findings.Kind;

/** Each link against the one before and against its lines. */
final class ProveChain {

    private long days;
    private long lines;
    private long erased;
    private final List<Fault> faults = new ArrayList<>();

    private ProveChain() {}

    /** @param c as {@link ChainQuestions#AS_HASHED} says */
    static ProveChain of(Connection c) throws SQLException {
        ProveChain proof = new ProveChain();
        try (PreparedStatement s = c.prepareStatement(ChainQuestions.CHAIN)) {
            s.setFetchSize(1000);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    if (row.getObject("no") == null) {
                        proof.days = row.getLong("due");
                        proof.lines = row.getLong("lines");
                        proof.erased = row.getLong("erased");
                    } else {
                        proof.add(c, row);
                    }
                }
            }
        }
        return proof;
    }

    private void add(Connection c, ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        int no = row.getInt("no");
        String source = row.getString("source");
        int due = row.getInt("due");
        long found = row.getLong("lines");
        if (row.getBoolean("loose")) {
            faults.add(new Fault(day, String.valueOf(no), "", Kind.LINE_WITHOUT_LINK));
            return;
        }
        if (row.getBoolean("gap")) {
            faults.add(new Fault(day, String.valueOf(no - 1), "", Kind.LINK_MISSING));
        }
        missing(c, day, no, due).forEach(seq -> faults.add(new Fault(day, no + "-" + seq, source, Kind.LINE_MISSING)));
        if (found > due) {
            faults.add(new Fault(day, no + "-" + row.getInt("highest"), source, Kind.LINE_ADDED));
        }
        if (found == due && !row.getBoolean("holds")) {
            faults.add(new Fault(day, String.valueOf(no), source, Kind.LINK_BROKEN));
        }
    }

    private static List<Integer> missing(Connection c, LocalDate day, int no, int due) throws SQLException {
        List<Integer> missing = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement(ChainQuestions.NUMBERS)) {
            s.setObject(1, day);
            s.setInt(2, no);
            try (ResultSet row = s.executeQuery()) {
                int next = 1;
                while (row.next()) {
                    for (; next < row.getInt(1); next++) {
                        missing.add(next);
                    }
                    next = row.getInt(1) + 1;
                }
                for (; next <= due; next++) {
                    missing.add(next);
                }
            }
        }
        return missing;
    }

    long days() {
        return days;
    }

    long lines() {
        return lines;
    }

    boolean hasErased() {
        return erased > 0;
    }

    List<Fault> faults() {
        return faults;
    }
}
