package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.mapping.Proposal;
import jp.michishirube.roster.mapping.RowReader;
import org.junit.jupiter.api.Test;

/** The demo city's own file, in both encodings, against what the outside world says of the same people. */
class DemoRosterTest {

    private static List<ReadRow> read(String file) {
        List<RawRow> raw = new ArrayList<>();
        TableFile.read(Path.of("src/main/resources/demo", file), Limits.DEFAULT, raw::add);
        Layout layout = Layout.of("residents");
        List<String> header = raw.get(0).cells();
        assertThat(layout.isOwn(header)).isTrue();
        RowReader reader = new RowReader(layout, Proposal.own(layout, header), header.size(), LocalDate.of(2026, 11, 24));
        return raw.stream().skip(1).map(reader::read).toList();
    }

    @Test
    void fortyPeopleTwoWrongOneTwice() throws Exception {
        List<ReadRow> rows = read("roster-990019.csv");
        assertThat(rows).hasSize(43);
        assertThat(rows.stream().filter(ReadRow::isWrong)).hasSize(2);
        Map<String, JsonNode> outside = new HashMap<>();
        new ObjectMapper().readTree(Path.of("src/main/resources/sandbox/residents.json").toFile()).get("residents")
                .forEach(r -> outside.put(r.get("cityNumber").asText(), r));
        for (ReadRow row : rows.stream().filter(r -> !r.isWrong()).toList()) {
            JsonNode there = outside.remove(row.get("cityNumber"));
            if (there == null) {
                assertThat(row.get("cityNumber")).isEqualTo("M000005");
                continue;
            }
            for (String key : List.of("name", "kana", "birthDate", "sex", "postalCode", "address", "phone")) {
                assertThat(row.get(key)).as(key + " of line " + row.line()).isEqualTo(there.get(key).asText());
            }
            assertThat(row.get("cityOsId")).isEqualTo(there.get("id").asText());
            assertThat(row.get("area")).isEqualTo(there.get("town").asText());
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void theSameInCp932TellsTheCharacterItCouldNotHold() {
        List<ReadRow> rows = read("roster-990019-cp932.csv");
        assertThat(rows.stream().filter(ReadRow::isWrong)).hasSize(2);
        assertThat(rows.stream().filter(r -> !r.notes().isEmpty())).singleElement()
                .satisfies(r -> assertThat(r.get("name")).isEqualTo("〓田 キヨ"));
        assertThat(rows).extracting(r -> r.get("name")).contains("髙橋 ハナ", "山﨑 正男");
    }

    @Test
    void officesFileIsOurOwnLayout() {
        List<RawRow> raw = new ArrayList<>();
        TableFile.read(Path.of("src/main/resources/demo/offices-990019.csv"), Limits.DEFAULT, raw::add);
        assertThat(Layout.of("offices").isOwn(raw.get(0).cells())).isTrue();
    }
}
