package jp.michishirube.roster.intake;

import java.util.List;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.entry.RosterWork;
import jp.michishirube.roster.mapping.OfficeBook;
import jp.michishirube.roster.mapping.OpenCodes;
import jp.michishirube.roster.mapping.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how a file is to be read; the check of its rows begins as soon as nothing is left to ask. */
@Component
class StartCheck {

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final Sources sources;
    private final Offices offices;
    private final WhoAmI who;
    private final RosterWork work;

    StartCheck(JdbcClient jdbc, Intakes intakes, Sources sources, Offices offices, WhoAmI who, RosterWork work) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.sources = sources;
        this.offices = offices;
        this.who = who;
        this.work = work;
    }

    /** Within the caller's transaction. */
    void with(long id, IntakeKind kind, String source, Table table) {
        boolean ready = table.agreed() && table.mapping().missing(kind.layout()).isEmpty() && open(kind, table).isEmpty();
        jdbc.sql("delete from roster.intake_row where intake = ?").param(id).update();
        jdbc.sql("""
                update roster.intake set sheet = :sheet, header = :header::jsonb, header_line = :line, header_rows = :rows, mapping = :mapping::jsonb,
                    agreed = :agreed, source = :source, checked = 0, checked_line = :line, counts = '{}', changes = '{}', outcome = null,
                    total = (select count(*) from roster.raw_row where intake = :id and sheet = :sheet and line > :line)
                where id = :id
                """).param("sheet", table.sheet().index()).param("header", Json.write(table.headings().cells())).param("line", table.headings().line())
                .param("rows", table.headings().rows()).param("mapping", Json.write(table.mapping())).param("agreed", table.agreed())
                .param("source", source).param("id", id).update();
        if (ready && !source.isBlank()) {
            sources.keep(kind, source, table.headings().cells(), table.mapping(), who.orProcess().id());
        }
        intakes.state(id, ready ? IntakeState.CHECKING : IntakeState.MAPPING);
        work.wakeAfterCommit();
    }

    /** Codes whose meaning a person must say before the rows can be read. */
    List<OpenCodes> open(IntakeKind kind, Table table) {
        return OpenCodes.of(kind.layout(), table.mapping(), table.sheet().below(table.headings().line()), book());
    }

    private OfficeBook book() {
        OfficeBook book = new OfficeBook();
        offices.all().forEach(o -> book.add(o.code(), o.name()));
        return book;
    }
}
