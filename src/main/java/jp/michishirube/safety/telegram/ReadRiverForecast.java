package jp.michishirube.safety.telegram;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.door.PlainText;

/**
 * Reads one 指定河川洪水予報. Levels of water that are measured or forecast are left alone: what the office has issued counts. A parse that finds
 * no level is an error, never "nothing in force".
 */
public final class ReadRiverForecast {

    /** The largest official sample has 40 kB. */
    public static final int LARGEST = 2 << 20;
    public static final String TITLE = "指定河川洪水予報";

    private static final String ITEM = "Report/Head/Headline/Information/Item";
    private static final String BODY = "Report/Body/Warning/Item";
    private static final String AREA = BODY + "/Areas/Area";
    /** Codes of the official samples; of others only the first digit is sure. */
    private static final Set<String> USUAL = Set.of("10", "20", "30", "40", "51", "53");
    private static final Pattern STATION_SAYS = Pattern.compile("【警戒レベル([２-５2-5])(相当)?】");
    private static final int MOST_WORDS = 200;

    private ReadRiverForecast() {}

    /** @throws TelegramRefused saying why it is not read */
    public static RiverForecast read(InputStream in) {
        Visitor visitor = new Visitor();
        WalkXml.walk(in, LARGEST, visitor);
        return visitor.forecast();
    }

    /** A city that a station, or the whole river where it names none, speaks for. */
    private record Told(String station, String city, List<String> districts) {}

    private static final class Visitor implements WalkXml.Visitor {

        private final HeadReader head = new HeadReader();
        private final Map<String, String> here = new HashMap<>();
        private final Set<String> codes = new TreeSet<>();
        private final Set<String> rivers = new TreeSet<>();
        private final Set<String> prefectures = new TreeSet<>();
        private final Map<String, Integer> stations = new HashMap<>();
        private final List<String> ofItem = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private String name = "";
        private String information = "";
        private boolean listed;
        private boolean unreadCity;

        @Override
        public void begin(String path, String namespace, UnaryOperator<String> attribute) {
            head.begin(path, namespace);
            if (path.equals("Report/Head/Headline/Information")) {
                information = String.valueOf(attribute.apply("type"));
            } else if (path.equals(BODY)) {
                here.clear();
                ofItem.clear();
            } else if (path.equals(AREA)) {
                here.keySet().removeIf(p -> p.startsWith(AREA));
            }
        }

        @Override
        public void end(String path, String text) {
            head.end(path, text);
            if (path.equals("Report/Control/Title") && !text.equals(TITLE)) {
                throw new TelegramRefused(TelegramRefused.Why.OTHER_KIND);
            }
            if (path.startsWith(ITEM)) {
                headline(path, text);
            } else if (path.startsWith(BODY)) {
                body(path, text);
            }
        }

        private void headline(String path, String text) {
            boolean region = information.equals("指定河川洪水予報（予報区域）");
            if (path.equals(ITEM + "/Kind/Code") && region) {
                codes.add(text);
            } else if (path.equals(ITEM + "/Areas/Area/Code") && region) {
                rivers.add(text);
            } else if (path.equals(ITEM + "/Areas/Area/Name") && region) {
                name = text;
            } else if (path.equals(ITEM + "/Areas/Area/Code") && information.equals("指定河川洪水予報（府県予報区等）") && text.matches("\\d{6}")) {
                prefectures.add(text.substring(0, 2));
            }
        }

        private void body(String path, String text) {
            here.put(path, text);
            if (path.equals(BODY + "/Stations/Station/Code")) {
                ofItem.add(text);
            } else if (path.equals(AREA) && of("Kind/Name").startsWith("浸水想定地区")) {
                area();
            } else if (path.equals(BODY)) {
                listed |= of("Kind/Name").equals("浸水想定地区");
                Matcher says = STATION_SAYS.matcher(of("Kind/Property/Text"));
                if (of("Kind/Property/Type").equals("主文") && says.lookingAt()) {
                    ofItem.forEach(station -> stations.merge(station, Character.digit(says.group(1).charAt(0), 10), Math::max));
                }
            }
        }

        private void area() {
            String city = here.getOrDefault(AREA + "/CityCode", "");
            if (!city.matches("\\d{7}")) {
                unreadCity = true;
                return;
            }
            List<String> districts = Arrays.stream(here.getOrDefault(AREA + "/SubCityList", "").split("[\\s　、，,]+")).filter(d -> !d.isEmpty()).toList();
            boolean odd = districts.size() > MOST_WORDS || districts.stream().anyMatch(d -> d.length() > 50 || !PlainText.is(d));
            // "-" and what nobody can read stand for the whole city
            told.add(new Told(here.getOrDefault(AREA + "/Code", ""), city, odd || districts.contains("-") || districts.contains("－") ? List.of() : districts));
        }

        private String of(String path) {
            return here.getOrDefault(BODY + "/" + path, "");
        }

        RiverForecast forecast() {
            TelegramHead said = head.head();
            boolean withdrawn = said.issue() == TelegramHead.Issue.WITHDRAWN;
            boolean headSays = codes.size() == 1 && rivers.equals(Set.of(said.eventId())) && codes.iterator().next().matches("[1-5]\\d");
            boolean nothing = codes.isEmpty() && rivers.isEmpty();
            if (!said.eventId().matches("\\d{12}") || !headSays && !(withdrawn && nothing) || name.length() > 100 || !PlainText.is(name)) {
                throw new TelegramRefused(TelegramRefused.Why.NOT_AS_THE_FORM);
            }
            if (!headSays) {
                return new RiverForecast(said, said.eventId(), "", null, true, prefectures, false, List.of());
            }
            String code = codes.iterator().next();
            int level = code.startsWith("1") ? RiverForecast.LIFTED : Character.digit(code.charAt(0), 10);
            List<RiverForecast.Reach> reaches = told.stream().map(t -> new RiverForecast.Reach(t.city(),
                    level == RiverForecast.LIFTED ? level : stations.getOrDefault(t.station(), level), t.districts())).toList();
            return new RiverForecast(said, said.eventId(), name, level, USUAL.contains(code), prefectures, listed && !unreadCity, reaches);
        }
    }
}
