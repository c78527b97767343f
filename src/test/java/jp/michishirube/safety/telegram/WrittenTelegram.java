package jp.michishirube.safety.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A 指定河川洪水予報 of an invented river, in the form of 2026-05-28; each part can be changed. */
public final class WrittenTelegram {

    public String river = "990010009900";
    public String name = "試験川";
    public String status = "通常";
    public String issue = "発表";
    public String serial = "1";
    public String code = "40";
    public Instant report = Instant.parse("2026-09-01T09:00:00Z");
    public Instant control = Instant.parse("2026-09-01T09:00:20Z");
    public String prefecture = "990000";
    public String body = "";
    private final List<String> says = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();

    public static WrittenTelegram of(String river, int level) {
        WrittenTelegram t = new WrittenTelegram();
        t.river = river;
        t.code = level == 0 ? "10" : level == 5 ? "51" : level + "0";
        return t;
    }

    /** @param mark such as 【警戒レベル３相当】; empty for a station that says none */
    public WrittenTelegram station(String station, String mark) {
        says.add("""
                <Item><Kind><Property><Type>主文</Type><Text>%s%s基準観測所（みちしるべ市）受け持ち区間　川の水位が上がっています。</Text></Property></Kind>
                <Areas codeType="河川"><Area><Name>%s</Name><Code>%s</Code></Area></Areas>
                <Stations><Station><Name>%s</Name><Code type="水位観測所">%s</Code><Location>みちしるべ市</Location></Station></Stations></Item>
                """.formatted(mark, station, name, river.substring(0, 10), station, station));
        return this;
    }

    public WrittenTelegram area(String station, String cityCode, String districts) {
        areas.add("""
                <Area codeType="水位観測所"><Name>%s</Name><Code>%s</Code><Prefecture>みちしるべ県</Prefecture><PrefectureCode>99000</PrefectureCode><City>市</City><CityCode>%s</CityCode><SubCityList>%s</SubCityList></Area>
                """.formatted(station, station, cityCode, districts));
        return this;
    }

    public WrittenTelegram at(String report, String control) {
        this.report = Instant.parse(report);
        this.control = Instant.parse(control);
        return this;
    }

    public String text() {
        boolean taken = issue.equals("取消");
        String item = """
                <Information type="%s"><Item><Kind><Name>氾濫危険警報</Name><Code>%s</Code><Condition>（発表）</Condition></Kind><Areas codeType="%s"><Area><Name>%s</Name><Code>%s</Code></Area></Areas></Item></Information>
                """;
        String warning = areas.isEmpty() && says.isEmpty() ? "" : "<Warning type=\"指定河川洪水予報\">" + String.join("", says) + (areas.isEmpty() ? "" : """
                <Item><Kind><Name>浸水想定地区</Name><Code>1</Code><Status>対象地域</Status><Property><Type>浸水想定地区</Type><Text>※</Text></Property></Kind><Areas>
                """ + String.join("", areas) + "</Areas></Item>") + "</Warning>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Report xmlns="http://xml.kishou.go.jp/jmaxml1/" xmlns:jmx="http://xml.kishou.go.jp/jmaxml1/">
                <Control><Title>指定河川洪水予報</Title><DateTime>%s</DateTime><Status>%s</Status><EditorialOffice>みちしるべ地方気象台</EditorialOffice><PublishingOffice>河川事務所 地方気象台</PublishingOffice></Control>
                <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>%sの予報</Title><ReportDateTime>%s</ReportDateTime><EventID>%s</EventID><InfoType>%s</InfoType><Serial>%s</Serial>
                <InfoKind>指定河川洪水予報</InfoKind><InfoKindVersion>1.1_1</InfoKindVersion><Headline><Text>水位が上がっています</Text>%s</Headline></Head>
                <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/" xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/">%s%s</Body></Report>
                """.formatted(control, status, name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.atOffset(ZoneOffset.ofHours(9))), river, issue, serial,
                taken ? "" : item.formatted("指定河川洪水予報（予報区域）", code, "指定河川洪水予報（予報区域）", name, river)
                        + item.formatted("指定河川洪水予報（河川）", code, "河川", name, river.substring(0, 10))
                        + item.formatted("指定河川洪水予報（府県予報区等）", code, "府県", "みちしるべ県", prefecture), taken ? "<Text>取り消します</Text>" : warning, body);
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
