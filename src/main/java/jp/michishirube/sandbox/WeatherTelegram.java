package jp.michishirube.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes 指定河川洪水予報 in the form of 2026-05-28 (配信資料に関する技術情報第634号). */
final class WeatherTelegram {

    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final String[] NAMES = {"", "", "氾濫注意報", "氾濫警報", "氾濫危険警報", "氾濫特別警報"};

    private WeatherTelegram() {}

    /**
     * @param status  通常, 訓練 or 試験
     * @param issue   発表, 訂正 or 取消
     * @param level   2 to 5; 0 for a lifting
     * @param lower   level of the river's lower station
     * @param cities  whether it says where the water may come to
     * @param control when it is sent
     * @param report  as of when it speaks
     */
    record Content(WeatherRivers.River river, String status, String issue, int serial, int level, int lower, boolean cities, Instant control, Instant report) {

        public String words() {
            return issue.equals("取消") ? river.name() + "指定河川洪水予報（取消）"
                    : river.name() + (level == 0 ? "氾濫注意報解除" : "レベル" + wide(level) + NAMES[level]);
        }

        public String headline() {
            return issue.equals("取消") ? "先ほどの" + river.name() + "の指定河川洪水予報を取り消します"
                    : level == 0 ? river.name() + "では、洪水のおそれがなくなりました"
                    : "【警戒レベル" + wide(level) + (level > 2 ? "相当" : "") + "情報［洪水］】" + river.name() + "では、今後、水位はさらに上昇する見込み";
        }
    }

    static String write(Content c) {
        boolean taken = c.issue.equals("取消");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Report xmlns="http://xml.kishou.go.jp/jmaxml1/" xmlns:jmx="http://xml.kishou.go.jp/jmaxml1/">
                <Control><Title>指定河川洪水予報</Title><DateTime>%s</DateTime><Status>%s</Status><EditorialOffice>みちしるべ地方気象台</EditorialOffice><PublishingOffice>%s</PublishingOffice></Control>
                <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/">
                <Title>%s</Title><ReportDateTime>%s</ReportDateTime><TargetDateTime>%s</TargetDateTime><EventID>%s</EventID><InfoType>%s</InfoType><Serial>%d</Serial>
                <InfoKind>指定河川洪水予報</InfoKind><InfoKindVersion>1.1_1</InfoKindVersion>
                <Headline><Text>%s</Text>%s</Headline>
                </Head>
                <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/">%s</Body>
                </Report>
                """.formatted(c.control.truncatedTo(ChronoUnit.SECONDS), c.status, c.river.office(), c.words(), japan(c.report), japan(c.report), c.river.code(), c.issue, c.serial,
                c.headline(), taken ? "" : headlineItems(c), taken ? "<Text>" + c.headline() + "</Text>" : c.cities ? body(c) : "");
    }

    private static String headlineItems(Content c) {
        return item("指定河川洪水予報（予報区域）", c, c.river.name(), c.river.code()) + item("指定河川洪水予報（河川）", c, c.river.name(), c.river.code().substring(0, 10))
                + item("指定河川洪水予報（府県予報区等）", c, "みちしるべ県", c.river.code().substring(0, 2) + "0000");
    }

    private static String item(String type, Content c, String name, String code) {
        return """

                <Information type="%s"><Item><Kind><Name>%s</Name><Code>%s</Code><Condition>%s</Condition></Kind>
                <Areas codeType="%s"><Area><Name>%s</Name><Code>%s</Code></Area></Areas></Item></Information>""".formatted(type,
                c.level == 0 ? "氾濫注意報解除" : "レベル" + wide(c.level) + NAMES[c.level], code(c.level), c.level == 0 ? "氾濫注意報解除" : "レベル" + wide(c.level) + NAMES[c.level],
                type, name, code);
    }

    private static String body(Content c) {
        StringBuilder says = new StringBuilder();
        StringBuilder areas = new StringBuilder();
        for (WeatherRivers.Station station : c.river.stations()) {
            int level = station == c.river.upper() ? c.level : c.lower;
            says.append("""
                    <Item><Kind><Property><Type>主文</Type><Text>%s%s基準観測所（%s）受け持ち区間　架空の電文です。</Text></Property></Kind>
                    <Areas codeType="河川"><Area><Name>%s</Name><Code>%s</Code></Area></Areas>
                    <Stations><Station><Name>%s</Name><Code type="水位観測所">%s</Code><Location>%s</Location></Station></Stations></Item>
                    """.formatted(level < 2 ? "" : "【警戒レベル" + wide(level) + (level > 2 ? "相当】" : "】"), station.name(), station.location(), c.river.name(),
                    c.river.code().substring(0, 10), station.name(), station.code(), station.location()));
            for (WeatherRivers.Part part : station.parts()) {
                areas.append("""
                        <Area codeType="水位観測所"><Name>%s</Name><Code>%s</Code><Prefecture>みちしるべ県</Prefecture><PrefectureCode>%s000</PrefectureCode><City>%s</City>\
                        <CityCode>%s</CityCode><SubCityList>%s</SubCityList></Area>
                        """.formatted(station.name(), station.code(), c.river.code().substring(0, 2), part.city(), part.cityCode(), part.districts()));
            }
        }
        return """

                <Notice>架空の電文です。</Notice>
                <Warning type="指定河川洪水予報">
                %s<Item><Kind><Name>浸水想定地区</Name><Code>1</Code><Status>対象地域</Status><Property><Type>浸水想定地区</Type><Text>氾濫による浸水が想定される地区※</Text></Property></Kind>
                <Areas>
                %s</Areas></Item>
                </Warning>
                """.formatted(says, areas);
    }

    private static String code(int level) {
        return level == 0 ? "10" : level == 5 ? "51" : level + "0";
    }

    private static char wide(int digit) {
        return (char) ('０' + digit);
    }

    private static String japan(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.MINUTES).atOffset(JAPAN));
    }
}
