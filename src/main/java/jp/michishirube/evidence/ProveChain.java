package jp.michishirube.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.michishirube.evidence.Findings.Fault;
import jp.michishirube.evidence.Findings.Kind;

/** Each link after one place and up to another against the one before and against its lines. */
record ProveChain(Place from, Place to) implements ProofPart {

    /** @param day as PostgreSQL writes it, or one of its infinities */
    record Place(String day, int no) {}

    private static final Place BEGIN = new Place("-infinity", 0);
    private static final Place END = new Place("infinity", 0);

    /** The whole chain, from before its first link to after its last, in parts of about so many lines. */
    static List<ProofPart> all(Connection c, int lines) throws SQLException {
        List<ProofPart> parts = new ArrayList<>();
        Place from = BEGIN;
        try (PreparedStatement s = c.prepareStatement(ChainQuestions.ENDS.replace(":many", String.valueOf(lines))); ResultSet row = s.executeQuery()) {
            while (row.next()) {
                Place to = new Place(row.getString(1), row.getInt(2));
                parts.add(new ProveChain(from, to));
                from = to;
            }
        }
        parts.add(new ProveChain(from, END));
        return parts;
    }

    @Override
    public void prove(Connection c, Proof into) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(ChainQuestions.CHAIN)) {
            int at = 1;
            for (Place place : List.of(from, from, to, from, from, to)) {
                s.setObject(at++, place.day(), java.sql.Types.OTHER);
                s.setInt(at++, place.no());
            }
            s.setFetchSize(1000);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    if (row.getObject("no") == null) {
                        into.counted(days(row), row.getLong("lines"), row.getLong("erased"));
                    } else {
                        add(c, row, into);
                    }
                }
            }
        }
    }

    private static List<LocalDate> days(ResultSet row) throws SQLException {
        java.sql.Array days = row.getArray("days");
        return days == null ? List.of() : Arrays.stream((java.sql.Date[]) days.getArray()).map(java.sql.Date::toLocalDate).toList();
    }

    private static void add(Connection c, ResultSet row, Proof into) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        int no = row.getInt("no");
        String source = row.getString("source");
        int due = row.getInt("due");
        long found = row.getLong("lines");
        if (row.getBoolean("loose")) {
            into.found(new Fault(day, String.valueOf(no), "", Kind.LINE_WITHOUT_LINK));
            return;
        }
        if (row.getBoolean("gap")) {
            into.found(new Fault(day, String.valueOf(no - 1), "", Kind.LINK_MISSING));
        }
        missing(c, day, no, due).forEach(seq -> into.found(new Fault(day, no + "-" + seq, source, Kind.LINE_MISSING)));
        if (found > due) {
            into.found(new Fault(day, no + "-" + row.getInt("highest"), source, Kind.LINE_ADDED));
        }
        if (found == due && !row.getBoolean("holds")) {
            into.found(new Fault(day, String.valueOf(no), source, Kind.LINK_BROKEN));
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
}
