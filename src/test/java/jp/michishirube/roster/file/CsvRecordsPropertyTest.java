package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRecordsPropertyTest {

    @Property(tries = 300, seed = "20261125")
    void whateverIsWrittenQuotedIsReadTheSame(@ForAll("tables") List<List<String>> table) throws IOException {
        String text = table.stream().map(row -> row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n")) + "\r\n";
        CsvRecords records = new CsvRecords(new StringReader(text), ',', Limits.DEFAULT);
        List<List<String>> read = new ArrayList<>();
        for (RawRow row = records.next(); row != null; row = records.next()) {
            read.add(row.cells());
        }
        assertThat(read).isEqualTo(table);
    }

    @Property(tries = 500, seed = "20261125")
    void anythingAtAllEndsAndStaysWithinItsLimits(@ForAll("garbage") String text) throws IOException {
        Limits limits = new Limits(1000, 100, 5, 40, 3, 100, 10);
        CsvRecords records = new CsvRecords(new StringReader(text), ',', limits);
        long last = 0;
        int count = 0;
        for (RawRow row = records.next(); row != null; row = records.next()) {
            assertThat(row.cells().size()).isLessThanOrEqualTo(5);
            assertThat(row.line()).isGreaterThan(last);
            last = row.line();
            count++;
        }
        assertThat(count).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return Arbitraries.strings().withChars("aあ髙,\"\n\t 　①").ofMaxLength(6).list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings().withChars("a,\"\n\r\u0000あ").ofMaxLength(200);
    }
}
