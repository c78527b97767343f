package jp.michishirube.evidence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.notification.MailToCity;
import jp.michishirube.problem.Problem;
import jp.michishirube.signing.CitySeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals the head of each day that is over with the city's key, keeps it in the database, mails it to the city, and writes it to a folder that
 * belongs on another machine: a whole chain that was made anew does not fit to it. Days wait while there is no key; a day that cannot be sealed
 * or written holds up no other, and is tried again at the next end of a day.
 */
@Component
class SealDays {

    private static final Logger LOG = LoggerFactory.getLogger(SealDays.class);

    private final JdbcClient jdbc;
    private final CitySeal seal;
    private final MailToCity city;
    private final KeptApart folder;

    SealDays(JdbcClient jdbc, CitySeal seal, MailToCity city, KeptApart folder) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.city = city;
        this.folder = folder;
    }

    void daysThatAreOver() {
        before(jdbc.sql("select (now() at time zone 'Asia/Tokyo')::date").query(LocalDate.class).single());
    }

    void before(LocalDate day) {
        if (seal.state().canSeal()) {
            open(day).forEach(this::seal);
        } else {
            LOG.warn("the seal's key is {}: the heads of the chain of evidence wait for one that is valid", seal.state().word());
        }
        notKeptApart().forEach(this::keepApart);
    }

    private List<DayHead> open(LocalDate before) {
        return jdbc.sql("select distinct on (day) day, no, chained from evidence.link l where day < ?"
                + " and not exists (select from evidence.head h where h.day = l.day) order by day, no desc").param(before)
                .query((row, n) -> new DayHead(row.getObject(1, LocalDate.class), row.getInt(2), row.getBytes(3))).list();
    }

    private void seal(DayHead head) {
        try {
            CitySeal.Sealed sealed = seal.seal(head.text());
            // Before it counts as sealed: a second time the mail's key is known.
            city.put("day-head:" + head.day(), "day-head", head.day().toString(), head.line());
            jdbc.sql("insert into evidence.head (day, links, chained, signature, certificate, made) values (?, ?, ?, ?, ?, now()) on conflict do nothing")
                    .params(head.day(), head.links(), head.chained(), sealed.signature(), sealed.certificate()).update();
        } catch (DataAccessException | Problem e) {
            LOG.warn("the head of {} is not sealed yet: {}", head.day(), e.getMessage());
        }
    }

    private record SealedHead(DayHead head, CitySeal.Sealed seal) {}

    private List<SealedHead> notKeptApart() {
        return jdbc.sql("select day, links, chained, signature, certificate from evidence.head h"
                + " where not exists (select from evidence.kept_apart k where k.day = h.day) order by day")
                .query((row, n) -> new SealedHead(new DayHead(row.getObject(1, LocalDate.class), row.getInt(2), row.getBytes(3)),
                        new CitySeal.Sealed(row.getBytes(4), row.getBytes(5)))).list();
    }

    private void keepApart(SealedHead sealed) {
        try {
            folder.write(sealed.head(), sealed.seal());
            jdbc.sql("insert into evidence.kept_apart (day, at) values (?, now()) on conflict do nothing").param(sealed.head().day()).update();
        } catch (IOException | DataAccessException e) {
            LOG.warn("the head of {} cannot be written to {} yet: {}", sealed.head().day(), folder, e.getClass().getSimpleName());
        }
    }
}
