package jp.michishirube.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvListTest {

    @Test
    void excelReadsItAndRunsNothing() {
        byte[] list = CsvList.of(List.of(List.of("氏名", "備考"), List.of("髙橋 \"花\"", "=1+1"), List.of("＠SUM", "-1,2"), List.of("+81", "\t=x")));
        assertThat(list).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(list, StandardCharsets.UTF_8)).isEqualTo("""
                \uFEFF"氏名","備考"\r
                "髙橋 ""花""\","'=1+1"\r
                "'＠SUM","'-1,2"\r
                "'+81","'\t=x"\r
                """);
    }

    /** The guard is for what people wrote: a number below zero stays a number. */
    @Test
    void numbersAndDaysStayWhatTheyAre() {
        StringWriter out = new StringWriter();
        CsvList list = new CsvList(out);
        list.line("a", -3, LocalDate.of(2026, 12, 1), null);
        assertThat(out.toString()).isEqualTo("\uFEFF\"a\",\"-3\",\"2026-12-01\",\"\"\r\n");
    }

    @Property(tries = 1000, seed = "20261130")
    void whatWasWrittenIsReadBack(@ForAll String a, @ForAll String b) throws Exception {
        String csv = new String(CsvList.of(List.of(List.of("x" + a, b))), StandardCharsets.UTF_8).substring(1);
        if (isText(a) && isText(b)) {
            CSVRecord read = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords().get(0);
            assertThat(read.get(0)).isEqualTo("x" + a);
            assertThat(read.get(1)).endsWith(b);
            assertThat(read.get(1).isEmpty() ? ' ' : read.get(1).charAt(0)).isNotIn('=', '+', '-', '@', '＝', '＋', '－', '＠');
        }
    }

    /** What UTF-8 cannot carry is no text of a person. */
    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Test
    void everyListThatLeavesTheHouseIsWrittenHere() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("japanese/CsvList.java")).filter(CsvListTest::writes)).isEmpty();
        }
    }

    private static boolean writes(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("CSVPrinter") || text.contains("'\\uFEFF')");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
