package jp.michishirube.roster.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.mapping.SheetFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sheets of a file hold, until its import has ended. */
@Repository
class Sheets {

    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long intake, List<SheetFacts> sheets) {
        sheets.forEach(s -> jdbc.sql("insert into roster.intake_sheet (intake, sheet, facts) values (?, ?, ?::jsonb)")
                .params(intake, s.index(), Json.write(s)).update());
    }

    /** Of an import received before sheets were looked at: none. */
    List<SheetFacts> of(long intake) {
        return jdbc.sql("select facts from roster.intake_sheet where intake = ? order by sheet").param(intake)
                .query((rs, n) -> Json.read(rs.getString(1), new TypeReference<SheetFacts>() {})).list();
    }
}
