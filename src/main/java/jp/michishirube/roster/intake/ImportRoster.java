package jp.michishirube.roster.intake;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.TableFile;
import jp.michishirube.roster.mapping.SheetCollector;
import jp.michishirube.roster.mapping.SheetFacts;
import jp.michishirube.roster.mapping.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a file in: keeps the rows of all its sheets as they are and finds out whether a person must say first which column is which and what
 * a code means. Nothing known is changed by it; the check follows in the background.
 */
@Component
public class ImportRoster {

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Intakes intakes;
    private final Sources sources;
    private final Sheets sheets;
    private final StartCheck start;
    private final WhoAmI who;

    ImportRoster(JdbcClient jdbc, DataSource dataSource, Intakes intakes, Sources sources, Sheets sheets, StartCheck start, WhoAmI who) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.intakes = intakes;
        this.sources = sources;
        this.sheets = sheets;
        this.start = start;
        this.who = who;
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
        List<SheetCollector> collectors = new ArrayList<>();
        TableFile.Facts facts;
        try (CopyRows rows = new CopyRows(dataSource, "roster.raw_row (intake, sheet, line, cells, damage)")) {
            facts = TableFile.readAll(file.path(), Limits.DEFAULT, sheet -> {
                SheetCollector collector = new SheetCollector(sheet);
                collectors.add(collector);
                return row -> {
                    collector.take(row);
                    rows.row(id, sheet.index(), row.line(), Json.write(row.cells()), row.damage());
                };
            });
            rows.finish();
        }
        List<SheetFacts> found = collectors.stream().map(SheetCollector::facts).toList();
        sheets.keep(id, found);
        jdbc.sql("update roster.intake set file_format = ?, file_encoding = ? where id = ?").params(facts.format(), facts.encoding(), id).update();
        Table table = Table.find(kind.layout(), found, sources.mapping(kind, source.strip()).orElse(null));
        if (table == null) {
            throw Problem.badRequest("roster-file-no-header");
        }
        start.with(id, kind, source.strip(), table);
        return id;
    }
}
