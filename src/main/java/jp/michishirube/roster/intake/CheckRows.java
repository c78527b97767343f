package jp.michishirube.roster.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.entry.Verdict;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.ReadRow;
import jp.michishirube.roster.file.SearchKey;
import jp.michishirube.roster.mapping.Changes;
import jp.michishirube.roster.mapping.RowReader;
import jp.michishirube.roster.priority.HazardAtAddress;
import jp.michishirube.roster.priority.Priority;
import jp.michishirube.roster.priority.PriorityFacts;
import jp.michishirube.roster.priority.PriorityRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands the next rows of a file: values, what is wrong with them, keys for comparing, priority. A page at a time. */
@Component
class CheckRows {

    static final int PAGE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(CheckRows.class);

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Clock clock;
    private final ObjectProvider<PriorityRules> rules;
    private final ObjectProvider<HazardAtAddress> hazards;

    CheckRows(JdbcClient jdbc, DataSource dataSource, Clock clock, ObjectProvider<PriorityRules> rules, ObjectProvider<HazardAtAddress> hazards) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.clock = clock;
        this.rules = rules;
        this.hazards = hazards;
    }

    /** @return false when there was nothing left to check */
    @Transactional
    public boolean next(long id) {
        Intake intake = jdbc.sql("select * from roster.intake where id = ? for update").param(id).query(Intakes::read).single();
        long after = jdbc.sql("select checked_line from roster.intake where id = ?").param(id).query(Long.class).single();
        List<RawRow> page = jdbc.sql("select line, cells, damage from roster.raw_row where intake = ? and sheet = ? and line > ? order by line limit ?")
                .params(id, intake.sheet(), after, PAGE).query((rs, n) -> new RawRow(rs.getLong(1), Json.read(rs.getString(2), new TypeReference<List<String>>() {}),
                        rs.getString(3) == null ? null : RawRow.Damage.valueOf(rs.getString(3)))).list();
        if (page.isEmpty()) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        PriorityRules priorities = intake.kind() == IntakeKind.RESIDENTS ? rules.getIfAvailable() : null;
        // all of them understood before the first is copied: while a COPY runs, its connection answers no question about hazards
        RowReader reader = new RowReader(intake.kind().layout(), intake.mapping(), intake.isDelimited() ? intake.header().size() : 0, today);
        List<Object[]> checked = page.stream().map(raw -> quietly(id, raw, reader, priorities, today)).toList();
        try (CopyRows rows = new CopyRows(dataSource, "roster.intake_row (intake, line, verdict, city_number, person_key, place_key, data, "
                + "problems, notes, priority, eligible, reasons)")) {
            checked.forEach(rows::row);
            rows.finish();
        }
        jdbc.sql("update roster.intake set checked = checked + ?, checked_line = ?, rules = ?, changes = ?::jsonb where id = ?")
                .params(page.size(), page.get(page.size() - 1).line(), priorities == null ? null : priorities.version(),
                        Json.write(Changes.sum(intake.changes(), reader.changes().all())), id).update();
        return true;
    }

    /** A row on which reading or judging stumbles is a wrong row like others: it must not hold up the file for ever. */
    private Object[] quietly(long id, RawRow raw, RowReader reader, PriorityRules priorities, LocalDate today) {
        try {
            return row(id, reader.read(raw), priorities, today);
        } catch (DataAccessException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException e) {
            // never with the message: it may quote the row
            LOG.warn("roster import {}, line {}: not understood ({})", id, raw.line(), e.getClass().getName());
            return row(id, new ReadRow(raw.line(), Map.of(), List.of(new ReadRow.Finding("", "", "not-read")), List.of(), false), null, today);
        }
    }

    private Object[] row(long id, ReadRow row, PriorityRules rules, LocalDate today) {
        String number = row.get("cityNumber").isEmpty() ? null : row.get("cityNumber");
        boolean person = !row.isWrong() && !row.noPerson() && row.birthDate() != null;
        List<ReadRow.Finding> notes = new ArrayList<>(row.notes());
        Priority priority = person && rules != null ? priority(id, row, rules, today, notes) : Priority.NONE;
        return new Object[] {id, row.line(), row.noPerson() ? Verdict.NO_PERSON : row.isWrong() ? Verdict.WRONG : null, row.noPerson() ? null : number,
                person ? SearchKey.person(row.get("name"), row.birthDate()) : null,
                person ? SearchKey.place(row.get("name"), row.birthDate(), row.get("address")) : null,
                Json.write(row.values()), list(row.problems()), list(notes), priority.rank(), priority.eligible(),
                priority.reasons().isEmpty() ? null : Json.write(priority.reasons())};
    }

    /** A table that cannot be computed holds up nobody: the person comes in, is told as not judged, and is ranked when the table is mended. */
    private Priority priority(long id, ReadRow row, PriorityRules rules, LocalDate today, List<ReadRow.Finding> notes) {
        Map<String, Object> facts = PriorityFacts.of(row.values(), today, this::hazardAt);
        try {
            return rules.of(facts);
        } catch (RuntimeException e) {
            // never with the message: it may quote the person's facts
            LOG.debug("roster import {}, line {}: priority not computed: {}", id, row.line(), e.getClass().getName());
            notes.add(new ReadRow.Finding("", "", "priority-not-judged"));
            return Priority.NOT_JUDGED;
        }
    }

    private Optional<String> hazardAt(String address) {
        HazardAtAddress maps = hazards.getIfAvailable();
        return maps == null ? Optional.empty() : maps.of(address);
    }

    private static String list(List<ReadRow.Finding> findings) {
        List<Map<String, String>> plain = new ArrayList<>();
        for (ReadRow.Finding f : findings) {
            plain.add(Map.of("column", f.column(), "value", f.value(), "kind", f.kind()));
        }
        return plain.isEmpty() ? null : Json.write(plain);
    }
}
