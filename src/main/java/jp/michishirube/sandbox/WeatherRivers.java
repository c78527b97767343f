package jp.michishirube.sandbox;

import java.util.List;
import java.util.Optional;

/** Invented rivers past the three towns, with the stations that speak for parts of them. */
final class WeatherRivers {

    /** @param districts as a river's office writes them; {@code -} for the whole city */
    record Part(String city, String cityCode, String districts) {}

    /** @param code seventeen digits */
    record Station(String code, String name, String location, List<Part> parts) {}

    /**
     * @param code     of the 予報区域, twelve digits; its first ten are the river's
     * @param upper    the station whose level the whole river has; the others may be lower
     */
    record River(String code, String name, String kind, String office, Station upper, Station lower) {

        List<Station> stations() {
            return List.of(upper, lower);
        }
    }

    private static final String OURS = "みちしるべ市";
    private static final List<River> ALL = List.of(
            new River("990010000100", "みちしるべ川", "VXKO50", "みちしるべ河川国道事務所 みちしるべ地方気象台",
                    new Station("99001000010000001", "川端橋", OURS, List.of(new Part(OURS, "9900100", "川端町 桜木町"))),
                    new Station("99001000010000002", "青葉", OURS, List.of(new Part(OURS, "9900100", "青葉地区、若草地区"), new Part("水鏡町", "9900200", "湖畔")))),
            new River("990010000200", "あけぼの川", "VXKO51", "みちしるべ県 みちしるべ地方気象台",
                    new Station("99001000020000001", "港橋", "東浜市", List.of(new Part("東浜市", "9900300", "港町 浜通り"))),
                    new Station("99001000020000002", "曙大橋", OURS, List.of(new Part(OURS, "9900100", "-")))),
            // far away: what the whole country is told, the town leaves alone
            new River("980010000100", "遠野沢川", "VXKO60", "となり県 となり地方気象台",
                    new Station("98001000010000001", "遠野沢", "遠野沢町", List.of(new Part("遠野沢町", "9800100", "上 下"))),
                    new Station("98001000010000002", "沢口", "遠野沢町", List.of(new Part("遠野沢町", "9800100", "沢口")))));

    private WeatherRivers() {}

    static List<River> all() {
        return ALL;
    }

    static Optional<River> of(String code) {
        return ALL.stream().filter(r -> r.code().equals(code)).findFirst();
    }
}
