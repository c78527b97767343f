package jp.michishirube.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import jp.michishirube.signing.CitySeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals the head of each day that is over with the city's key, keeps it in the database, and writes it to a file in a folder that belongs on
 * another machine: a whole chain that was made anew does not fit to it. Days wait while there is no key.
 */
@Component
class SealDays {

    private static final Logger LOG = LoggerFactory.getLogger(SealDays.class);

    private final JdbcClient jdbc;
    private final CitySeal seal;
    private final Path folder;

    SealDays(JdbcClient jdbc, CitySeal seal, @Value("${michishirube.evidence.folder:${michishirube.data-dir}/evidence}") String folder) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.folder = Path.of(folder);
    }

    void daysThatAreOver() {
        before(jdbc.sql("select (now() at time zone 'Asia/Tokyo')::date").query(LocalDate.class).single());
    }

    void before(LocalDate day) {
        if (!seal.isThere()) {
            LOG.warn("no seal key: the heads of the chain of evidence wait for it");
            return;
        }
        open(day).forEach(this::seal);
    }

    private List<DayHead> open(LocalDate before) {
        return jdbc.sql("select distinct on (day) day, no, chained from evidence.link l where day < ?"
                + " and not exists (select from evidence.head h where h.day = l.day) order by day, no desc").param(before)
                .query((row, n) -> new DayHead(row.getObject(1, LocalDate.class), row.getInt(2), row.getBytes(3))).list();
    }

    private void seal(DayHead head) {
        CitySeal.Sealed sealed = seal.seal(head.text());
        jdbc.sql("insert into evidence.head (day, links, chained, signature, certificate, made) values (?, ?, ?, ?, ?, now()) on conflict do nothing")
                .params(head.day(), head.links(), head.chained(), sealed.signature(), sealed.certificate()).update();
        try {
            Files.createDirectories(folder);
            // Never over one that is there: that would be the hand of somebody who made the chain anew.
            Path file = folder.resolve(head.day() + ".txt");
            if (!Files.exists(file)) {
                Files.writeString(file, new String(head.text(), StandardCharsets.US_ASCII) + "\n"
                        + Base64.getEncoder().encodeToString(sealed.signature()) + "\n" + Base64.getEncoder().encodeToString(sealed.certificate()) + "\n");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the head of " + head.day() + " cannot be written to " + folder, e);
        }
    }
}
