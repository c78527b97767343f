package jp.michishirube.safety.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.safety.event.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRiverForecastTest {

    private static RiverForecast read(String text) {
        return ReadRiverForecast.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(String text, TelegramRefused.Why why) {
        assertThatThrownBy(() -> read(text)).as(why.name()).isInstanceOfSatisfying(TelegramRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static WrittenTelegram two() {
        return WrittenTelegram.of("990010009900", 4).station("上", "【警戒レベル４相当】").station("下", "【警戒レベル３相当】").station("沢", "")
                .area("上", "9900100", "川端町 桜木町").area("下", "9900100", "青葉地区、若草地区").area("沢", "9900200", "-").area("遠", "9900300", "港町");
    }

    @Test
    void eachStationSpeaksForItsDistricts() {
        RiverForecast read = read(two().text());
        assertThat(read.head().mode()).isEqualTo(Mode.REAL);
        assertThat(read.head().publishers()).isEqualTo("河川事務所 地方気象台");
        assertThat(read.head().reportAt()).isEqualTo(Instant.parse("2026-09-01T09:00:00Z"));
        assertThat(read.head().serial()).isEqualTo(1);
        assertThat(read.level()).isEqualTo(4);
        assertThat(read.usual()).isTrue();
        assertThat(read.listsCities()).isTrue();
        assertThat(read.prefectures()).containsExactly("99");
        assertThat(read.reaches()).containsExactly(new RiverForecast.Reach("9900100", 4, List.of("川端町", "桜木町")),
                new RiverForecast.Reach("9900100", 3, List.of("青葉地区", "若草地区")),
                // a station that says no level, and one of which nothing else is said: the river's
                new RiverForecast.Reach("9900200", 4, List.of()), new RiverForecast.Reach("9900300", 4, List.of("港町")));
    }

    @ParameterizedTest
    @CsvSource({"10,0,true", "20,2,true", "30,3,true", "40,4,true", "51,5,true", "53,5,true", "41,4,false", "22,2,false", "52,5,false"})
    void theFirstDigitIsTheLevelAndAnOddCodeIsSaid(String code, int level, boolean usual) {
        WrittenTelegram t = two();
        t.code = code;
        assertThat(read(t.text())).satisfies(r -> {
            assertThat(r.level()).isEqualTo(level);
            assertThat(r.usual()).isEqualTo(usual);
        });
    }

    @Test
    void aLiftingLiftsEverywhereWhateverAStationSays() {
        WrittenTelegram t = two();
        t.code = "10";
        assertThat(read(t.text()).reaches()).extracting(RiverForecast.Reach::level).containsOnly(RiverForecast.LIFTED);
    }

    @Test
    void waterThatIsForecastToRiseIsNoLevelOfNow() {
        WrittenTelegram t = WrittenTelegram.of("990010009900", 2).station("上", "【警戒レベル２】").area("上", "9900100", "-");
        t.body = """
                <MeteorologicalInfos type="水位・流量情報"><TimeSeriesInfo><Item><Kind><Name>水位</Name><Property><Type>水位</Type><WaterLevelPart>
                <jmx_eb:WaterLevel type="レベル" refID="3">5</jmx_eb:WaterLevel><jmx_eb:WaterLevel type="水位" refID="7" unit="m" condition="欠測"/></WaterLevelPart></Property></Kind></Item></TimeSeriesInfo></MeteorologicalInfos>
                """;
        assertThat(read(t.text()).reaches()).containsExactly(new RiverForecast.Reach("9900100", 2, List.of()));
    }

    @Test
    void aFirstWordSaysNothingOfCities() {
        RiverForecast read = read(WrittenTelegram.of("990010009900", 3).text());
        assertThat(read.listsCities()).isFalse();
        assertThat(read.level()).isEqualTo(3);
    }

    @Test
    void aCityWhoseCodeIsNoneLeavesItOpenWhomTheTelegramIsAbout() {
        assertThat(read(two().area("上", "99001", "-").text()).listsCities()).isFalse();
        assertThat(read(two().text().replace("<Name>浸水想定地区</Name>", "<Name>浸水想定地区（氾濫発生情報）</Name>")).listsCities()).as("who is flooded, not whom the river reaches").isFalse();
    }

    @Test
    void aWithdrawalSaysNoLevel() {
        WrittenTelegram t = two();
        t.issue = "取消";
        assertThat(read(t.text())).satisfies(r -> {
            assertThat(r.level()).isNull();
            assertThat(r.head().issue()).isEqualTo(TelegramHead.Issue.WITHDRAWN);
        });
    }

    @Test
    void statusComesFirst() {
        Map.of("通常", Mode.REAL, "訓練", Mode.DRILL, "試験", Mode.TEST).forEach((word, mode) -> {
            WrittenTelegram t = two();
            t.status = word;
            assertThat(read(t.text()).head().mode()).isEqualTo(mode);
        });
    }

    @Test
    void whatIsNoneIsRefusedAndNeverNothingInForce() {
        String good = two().text();
        refused("", TelegramRefused.Why.NO_XML);
        refused("garbage", TelegramRefused.Why.NO_XML);
        refused(good.substring(0, good.length() / 2), TelegramRefused.Why.NO_XML);
        refused(good.substring(0, good.lastIndexOf("</Report>")), TelegramRefused.Why.NO_XML);
        refused("<html/>", TelegramRefused.Why.NO_TELEGRAM);
        refused(good.replace("http://xml.kishou.go.jp/jmaxml1/\"", "urn:other\""), TelegramRefused.Why.NO_TELEGRAM);
        refused(good.replace("informationBasis1/\"", "informationBasis2/\""), TelegramRefused.Why.NO_TELEGRAM);
        refused(good.replace("<Title>指定河川洪水予報</Title>", "<Title>気象特別警報・警報・注意報</Title>"), TelegramRefused.Why.TRANSITIONAL);
        refused(good.replace("<Title>指定河川洪水予報</Title>", "<Title>震度速報</Title>"), TelegramRefused.Why.OTHER_KIND);
        refused(good.replace("<Status>通常</Status>", "<Status>通常？</Status>"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("<Status>通常</Status>", ""), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("<Status>通常</Status>", "<Status>訓練</Status><Status>通常</Status>"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("<InfoType>発表</InfoType>", "<InfoType>更新</InfoType>"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("指定河川洪水予報（予報区域）", "その他"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("<Code>40</Code>", "<Code>00</Code>"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("<Code>40</Code>", "<Code></Code>"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("<EventID>990010009900", "<EventID>990010009901"), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("+09:00", ""), TelegramRefused.Why.NOT_AS_THE_FORM);
        refused(good.replace("2026-09-01T18:00:00", "+999999999-01-01T00:00:00"), TelegramRefused.Why.NOT_AS_THE_FORM);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String good = two().text();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        refused(good.replace(head, head + "<!DOCTYPE Report SYSTEM \"file:///etc/passwd\">"), TelegramRefused.Why.DOCTYPE);
        refused(good.replace(head, head + "<!DOCTYPE Report [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>").replace("試験川の予報", "&x;"), TelegramRefused.Why.DOCTYPE);
        assertThatThrownBy(() -> read(good.replace("試験川の予報", "&x;"))).isInstanceOf(TelegramRefused.class);
    }

    @Test
    void aHundredMegabytesEndAtTheBound() {
        long[] given = {0};
        InputStream endless = new InputStream() {
            private final byte[] begin = "<Report xmlns=\"http://xml.kishou.go.jp/jmaxml1/\"><Body>".getBytes(StandardCharsets.UTF_8);

            @Override
            public int read() {
                return given[0] < begin.length ? begin[(int) given[0]++] : "<a/>".charAt((int) (given[0]++ - begin.length) % 4);
            }
        };
        assertThatThrownBy(() -> ReadRiverForecast.read(endless)).isInstanceOfSatisfying(TelegramRefused.class, e -> assertThat(e.why()).isEqualTo(TelegramRefused.Why.TOO_LARGE));
        assertThat(given[0]).isLessThan(3 << 20);
        refused("<Report xmlns=\"http://xml.kishou.go.jp/jmaxml1/\">" + "<a>".repeat(50), TelegramRefused.Why.TOO_LARGE);
        refused("<Report xmlns=\"http://xml.kishou.go.jp/jmaxml1/\"><a>" + "あ".repeat(200_000), TelegramRefused.Why.TOO_LARGE);
    }

    @Test
    void theFeedTellsWhichTelegramsThereAre() {
        String feed = """
                <?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" lang="ja"><title>高頻度（随時）</title><updated>2026-09-01T18:00:00+09:00</updated>
                <link rel="self" href="https://example.jp/feed/extra.xml"/>
                <entry><title>指定河川洪水予報</title><id>https://example.jp/data/1.xml</id><updated>2026-09-01T09:00:00Z</updated><author><name>台</name></author><link type="application/xml" href="https://example.jp/data/1.xml"/></entry>
                <entry><title>指定河川洪水予報</title><updated>ずっと前</updated><link href="https://example.jp/data/2.xml"/></entry></feed>
                """;
        ReadFeed.Feed read = ReadFeed.read(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.entries()).containsExactly(new ReadFeed.Entry("指定河川洪水予報", Instant.parse("2026-09-01T09:00:00Z"), "https://example.jp/data/1.xml"));
        assertThat(read.unread()).isOne();
        assertThatThrownBy(() -> ReadFeed.read(new ByteArrayInputStream("<html><body>Maintenance</body></html>".getBytes(StandardCharsets.UTF_8)))).isInstanceOf(TelegramRefused.class);
    }
}
