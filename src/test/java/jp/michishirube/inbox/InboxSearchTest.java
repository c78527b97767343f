package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Free text finds any part of name, reading and case number, with the index of pieces or without. */
@ProductTest
class InboxSearchTest {

    private static final String AREA = "探索町";
    private static final Viewer OFFICE = new Viewer("aoba1", Party.OFFICE, "AOBA", Viewer.Protects.ALL);

    @Autowired private OpenCase open;
    @Autowired private InboxList list;
    @Autowired private JdbcClient jdbc;

    private CaseFile person(String number, String name, String kana) {
        return open.open(new Resident(0, number, null, name, kana, LocalDate.of(1940, 1, 1), "女", "", "探索町1", "", AREA), "AOBA", 3);
    }

    private List<Long> found(String q) {
        return list.page(OFFICE, InboxFilter.of(new HashMap<>(Map.of("tab", "office", "area", AREA, "q", q)))).stream()
                .map(l -> l.item().caseId().value()).sorted().toList();
    }

    @Test
    void anyPartIsFound() {
        CaseFile rare = person("SEARCH-1", "𠮷野 櫻子", "ヨシノ　サクラコ");
        CaseFile other = person("SEARCH-2", "吉野 100%_子", "ヨシノ パーセント");
        CaseFile foreign = person("SEARCH-3", "NGUYEN THI AN", "グエン ティ アン");
        List<Long> both = List.of(rare.id().value(), other.id().value());
        assertThat(found("ヨシノ")).isEqualTo(both);
        assertThat(found("ノサ")).as("with no regard to the space").containsExactly(rare.id().value());
        assertThat(found("𠮷野櫻子")).containsExactly(rare.id().value());
        assertThat(found("0%_")).as("no wildcards").containsExactly(other.id().value());
        assertThat(found("%")).containsExactly(other.id().value());
        assertThat(found("NGUYEN THI")).containsExactly(foreign.id().value());
        assertThat(found("ye")).as("in any letters").containsExactly(foreign.id().value());
        assertThat(found("吉野桜子")).as("in its usual shapes").containsExactly(rare.id().value());
        assertThat(found("吉野太郎")).isEmpty();
        assertThat(found("森野")).as("a shape is not any character").isEmpty();
        assertThat(found("よしの さくら")).containsExactly(rare.id().value());
        String number = rare.number().value();
        assertThat(found(number)).containsExactly(rare.id().value());
        assertThat(found("吉野 " + number)).as("name and number").containsExactly(rare.id().value());
        assertThat(found("NGUYEN " + number)).isEmpty();
        assertThat(found(number.substring(5))).containsExactly(rare.id().value());
        assertThat(found(number.substring(number.length() - 2))).contains(rare.id().value());
        assertThat(found(number.substring(number.length() - 1))).contains(rare.id().value());
        assertThat(found(" 　")).as("nothing typed").hasSize(3);
    }

    /** Else what was typed would not be found where it stands. */
    @Test
    void theDatabaseFoldsAsWeDo() {
        String all = String.join("", Folded.SHAPES) + "ぁあぃいぅうぇえぉおがきゎわゐゑをんゔゕゖＡｂｃxyZ０９ｶﾞﾊﾟｰ－葛󠄀辻︀㈱ 　塚";
        assertThat(jdbc.sql("select inbox.folded(?, ?)").params(all, "ヨミ").query(String.class).single()).isEqualTo(Folded.of(all + "|ヨミ"))
                .doesNotContain("髙", "𠮷", "あ", " ");
    }

    @Test
    void anOfficesTabsAreCountedToTheLastOne() {
        Map<InboxTab, Integer> counts = list.counts(OFFICE);
        assertThat(InboxList.shown(501, OFFICE)).isEqualTo("501");
        assertThat(InboxList.shown(501, new Viewer("review1", Party.CITY, null, Viewer.Protects.OWN_WORK))).isEqualTo("500+");
        assertThat(counts).containsOnlyKeys(InboxTab.values());
    }
}
