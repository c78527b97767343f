package jp.michishirube.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.michishirube.evidence.Findings.Fault;
import jp.michishirube.evidence.Findings.Kind;
import jp.michishirube.signing.CitySeal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves the chain: each line against its table, each link against the one before, each day's end against what was sealed and kept apart.
 * Reads only; works on a restored backup as well.
 */
final class VerifyLog {

    private final JdbcClient jdbc;

    VerifyLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param folder with the files kept apart; null to leave them out */
    Findings run(Path folder) {
        List<Fault> faults = new ArrayList<>();
        List<LocalDate> days = jdbc.sql("select day from evidence.link union select day from evidence.line union select day from evidence.head order by day")
                .query(LocalDate.class).list();
        days.forEach(day -> faults.addAll(lines(day)));
        faults.addAll(jdbc.sql("select source || ' ' || row_id from evidence.outside()").query(String.class).list().stream()
                .map(row -> new Fault(null, "", row, Kind.OUTSIDE)).toList());
        List<Head> heads = jdbc.sql("""
                select h.day, h.links, h.chained, h.signature, h.certificate,
                    exists (select from signing.seal_certificate c where c.certificate = h.certificate) as ours,
                    (select l.chained from evidence.link l where l.day = h.day order by l.no desc limit 1) as now
                from evidence.head h order by h.day
                """).query((row, n) -> new Head(new DayHead(row.getObject("day", LocalDate.class), row.getInt("links"), row.getBytes("chained")),
                        row.getBytes("signature"), row.getBytes("certificate"), row.getBoolean("ours"), row.getBytes("now"))).list();
        heads.forEach(head -> head(head, folder, faults));
        Map<String, Long> erased = new TreeMap<>();
        jdbc.sql("select rule, count(*) from evidence.line where erased is not null group by rule")
                .query(row -> {
                    erased.put(row.getString(1), row.getLong(2));
                });
        long lines = jdbc.sql("select count(*) from evidence.line").query(Long.class).single();
        return new Findings(days.size(), lines, heads.size(), erased, faults);
    }

    private List<Fault> lines(LocalDate day) {
        return jdbc.sql("select no, seq, source, row_id, fault from evidence.faults(?) order by no, seq").param(day)
                .query((row, n) -> new Fault(day, row.getInt("no") + (row.getObject("seq") == null ? "" : "-" + row.getInt("seq")),
                        row.getString("source") == null ? "" : row.getString("source") + (row.getLong("row_id") == 0 ? "" : " " + row.getLong("row_id")),
                        Kind.valueOf(row.getString("fault")))).list();
    }

    private record Head(DayHead head, byte[] signature, byte[] certificate, boolean ours, byte[] now) {}

    private static void head(Head h, Path folder, List<Fault> faults) {
        LocalDate day = h.head().day();
        if (!Arrays.equals(h.head().chained(), h.now())) {
            faults.add(new Fault(day, "", "", Kind.HEAD_DIFFERS));
        }
        if (!h.ours() || !CitySeal.isOf(h.head().text(), h.signature(), h.certificate())) {
            faults.add(new Fault(day, "", "", Kind.HEAD_NOT_OURS));
        }
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(day + ".txt");
        try {
            if (!Files.exists(file)) {
                faults.add(new Fault(day, file.toString(), "", Kind.FILE_MISSING));
            } else if (!Files.readAllLines(file).get(0).equals(new String(h.head().text(), StandardCharsets.US_ASCII))) {
                faults.add(new Fault(day, file.toString(), "", Kind.FILE_DIFFERS));
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            faults.add(new Fault(day, file.toString(), "", Kind.FILE_DIFFERS));
        }
    }
}
