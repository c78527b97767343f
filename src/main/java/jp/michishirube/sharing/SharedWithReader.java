package jp.michishirube.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.PlanCard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a neighbourhood leader or 民生委員 may read: the plans given to the own 町, and in a declared disaster those of everyone there.
 * Each reading is asked of consent anew and leaves a line, one a day per resident.
 */
@Component
public class SharedWithReader {

    /** One resident as the reader may see it; fields that may not be seen are empty. */
    public record Row(CaseNumber number, String name, String kana, String address, String phone, String area, Ground ground, PlanCard card, Extract extract) {}

    private final SharingPolicy policy;
    private final RowForReader rows;
    private final CaseFiles cases;
    private final PeopleLists lists;
    private final WhoAmI who;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    SharedWithReader(SharingPolicy policy, RowForReader rows, CaseFiles cases, PeopleLists lists, WhoAmI who, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.policy = policy;
        this.rows = rows;
        this.cases = cases;
        this.lists = lists;
        this.who = who;
        this.events = events;
        this.jdbc = jdbc;
    }

    Optional<SharingPolicy.Reader> reader(Person person) {
        return policy.reader(person.username()).filter(policy::reads);
    }

    private record OfCase(CaseId id, Row row) {}

    /**
     * @param rows       whom the reader may see
     * @param unreadable plans that could not be read: nobody can say whether somebody is missing for it
     */
    public record Listed(List<Row> rows, int unreadable) {}

    /** @param what {@code list} or {@code list-paper} */
    @Transactional
    Listed list(SharingPolicy.Reader reader, String what) {
        return list(reader, home -> true, who.me(), what);
    }

    /**
     * @param homes whose homes are in the reader's part of the 町
     * @param asker who is shown them: the reader, or whoever prints for the reader
     */
    @Transactional
    Listed list(SharingPolicy.Reader reader, Predicate<Resident> homes, Person asker, String what) {
        int[] unreadable = new int[1];
        List<OfCase> shown = lists.show(asker, new PeopleLists.Shown("shared-" + what, !what.equals("list"), Map.of()), () -> {
            List<OfCase> found = new ArrayList<>();
            for (CaseId id : inForce(reader)) {
                CaseFile file = cases.get(id);
                if (homes.test(file.resident())) {
                    unreadable[0] += rows.read(reader, file, what, row -> found.add(new OfCase(id, row))) ? 0 : 1;
                }
            }
            return found;
        }, c -> PeopleLists.Somebody.of(c.id()));
        return new Listed(shown.stream().map(OfCase::row).toList(), unreadable[0]);
    }

    /** One of the list, in whole. */
    @Transactional
    Optional<Row> one(SharingPolicy.Reader reader, Predicate<Resident> homes, Person asker, CaseNumber number) {
        return lists.show(asker, new PeopleLists.Shown("shared-one", false, Map.of()), () -> cases.find(number).filter(c -> c.state().isInForce())
                .filter(c -> reader.areas().contains(c.resident().area()) && homes.test(c.resident()))
                .flatMap(c -> rows.of(reader, c, "plan").map(row -> new OfCase(c.id(), row))).stream().toList(), c -> PeopleLists.Somebody.of(c.id()))
                .stream().map(OfCase::row).findFirst();
    }

    @Transactional
    Optional<Row> plan(Person person, SharingPolicy.Reader reader, CaseNumber number) {
        return cases.find(number).filter(c -> c.state().isInForce())
                .filter(c -> reader.areas().contains(c.resident().area()))
                .flatMap(c -> {
                    Optional<Row> row = rows.of(reader, c, "plan");
                    row.ifPresent(r -> events.publishEvent(new CaseAccess.CaseRead(c.id(), person.id(), "shared-plan")));
                    return row;
                });
    }

    private List<CaseId> inForce(SharingPolicy.Reader reader) {
        return jdbc.sql("""
                select c.id from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                where c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED') and r.area = any(:areas) order by r.area, r.kana, c.id
                """).param("areas", reader.areas().toArray(String[]::new)).query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }
}
