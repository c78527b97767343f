package jp.michishirube.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.TableFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a file in: keeps its rows as they are and decides whether a person must say first which column is which. Nothing known is
 * changed by it; the check follows in the background.
 */
@Component
public class ImportRoster {

    /** A title and a date may stand above the headings. */
    private static final int LOOK_FOR_HEADINGS = 10;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Intakes intakes;
    private final Sources sources;
    private final WhoAmI who;
    private final RosterWork work;

    ImportRoster(JdbcClient jdbc, DataSource dataSource, Intakes intakes, Sources sources, WhoAmI who, RosterWork work) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.intakes = intakes;
        this.sources = sources;
        this.who = who;
        this.work = work;
    }

    /**
     * @param fullList true when people missing from the file have left the roster
     * @param source   name of the vendor or system, under which the columns' match is kept; may be empty
     * @return id of the import
     * @throws Problem when the file cannot be read as a table (see {@link TableFile}) or has no headings ({@code roster-file-no-header});
     *                 nothing is kept then
     */
    @Transactional
    public long receive(UploadedFile file, IntakeKind kind, boolean fullList, String source, String packageId) {
        Person by = who.orProcess();
        long id = jdbc.sql("""
                insert into roster.intake (kind, state, full_list, source, file_name, sha256, received_at, received_by, received_name, package_id)
                values (?, 'MAPPING', ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """).params(kind.name(), fullList, source.strip(), file.name(), file.sha256(), intakes.now(), by.id(), by.name(), packageId)
                .query(Long.class).single();
        List<RawRow> first = new ArrayList<>();
        TableFile.Facts facts;
        try (CopyRows rows = new CopyRows(dataSource, "roster.raw_row (intake, line, cells, damage)")) {
            facts = TableFile.read(file.path(), Limits.DEFAULT, row -> {
                if (first.size() < LOOK_FOR_HEADINGS) {
                    first.add(row);
                }
                rows.row(id, row.line(), Json.write(row.cells()), row.damage());
            });
            rows.finish();
        }
        RawRow header = header(kind.layout(), first);
        Map<String, Integer> mapping = sources.mapping(kind, source.strip(), header.cells())
                .orElseGet(() -> kind.layout().isOwn(header.cells()) ? kind.layout().guess(header.cells()) : null);
        jdbc.sql("""
                update roster.intake set state = ?, header = ?::jsonb, header_line = ?, mapping = ?::jsonb, file_format = ?, file_encoding = ?,
                    total = (select count(*) from roster.raw_row where intake = ? and line > ?), checked_line = ?
                where id = ?
                """).params(mapping == null ? "MAPPING" : "CHECKING", Json.write(header.cells()), header.line(),
                mapping == null ? null : Json.write(mapping), facts.format(), facts.encoding(), id, header.line(), header.line(), id).update();
        work.wakeAfterCommit();
        return id;
    }

    private static RawRow header(Layout layout, List<RawRow> first) {
        RawRow best = first.stream().max(Comparator.comparingInt(r -> layout.guess(r.cells()).size())).orElseThrow();
        if (layout.guess(best.cells()).size() >= 2) {
            return best;
        }
        return first.stream().filter(r -> r.damage() == null && r.cells().size() >= 2).findFirst()
                .orElseThrow(() -> Problem.badRequest("roster-file-no-header"));
    }
}
