package jp.michishirube.evacuation.place;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;

/**
 * Turns one row as written into a place. What a plan depends on (name, position if any, designations) must be right, or the row is
 * refused; what merely helps (elevation, capacity) is left out and told.
 */
final class PlaceRow {

    private static final Pattern YES = Pattern.compile("1|1\\.0|[○〇◯◎●✓]|有|有り|あり|可|はい|TRUE|YES");
    /** ○（2階以上）, ○※1: a mark and, behind it, under which conditions. */
    private static final Pattern NOTED = Pattern.compile("([○〇◯◎●△▲×✕✖])\\s*([(※*注].*)", Pattern.DOTALL);
    private static final Pattern CONDITIONAL = Pattern.compile("[△▲]");
    private static final Pattern NO = Pattern.compile("0|0\\.0|[×✕✖ー―－-]|X|無|無し|なし|不可|いいえ|FALSE|NO");

    private final boolean shelters;
    private final Consumer<RowProblem> problems;

    PlaceRow(boolean shelters, Consumer<RowProblem> problems) {
        this.shelters = shelters;
        this.problems = problems;
    }

    /** @return null when the row is refused; the reasons were told */
    Place place(RawPlace row) {
        String name = row.text(PlaceColumn.NAME);
        if (name.isEmpty()) {
            return refuse(row, PlaceColumn.NAME, "name-missing", "");
        }
        if (name.indexOf('\uFFFD') >= 0) {
            return refuse(row, PlaceColumn.NAME, "characters-broken", name);
        }
        Map<HazardKind, Suitability> designations = designations(row);
        Where where = where(row);
        if (designations == null || where == null) {
            return null;
        }
        String accepts = row.text(PlaceColumn.ACCEPTS);
        PlaceKind kind = !shelters ? PlaceKind.SITE : accepts.isEmpty() ? PlaceKind.SHELTER : PlaceKind.WELFARE_SHELTER;
        String commonId = plain(row.text(PlaceColumn.COMMON_ID));
        String address = address(row);
        String note = (row.text(PlaceColumn.MAYOR_NOTE) + " " + row.text(PlaceColumn.NOTE) + " " + conditions(row)).strip();
        Integer capacity = capacity(row);
        return new Place(0, kind, commonId.isEmpty() ? name + "|" + address : commonId, commonId.isEmpty() ? null : commonId, name,
                row.text(PlaceColumn.KANA), address, where.position, number(row, PlaceColumn.ELEVATION), capacity, accepts,
                row.text(PlaceColumn.AREAS), row.text(PlaceColumn.PHONE), note,
                yes(row.text(shelters ? PlaceColumn.SITE_TOO : PlaceColumn.SHELTER_TOO)), designations, null);
    }

    private Map<HazardKind, Suitability> designations(RawPlace row) {
        Map<HazardKind, Suitability> found = new EnumMap<>(HazardKind.class);
        for (Map.Entry<PlaceColumn, String> entry : row.values().entrySet()) {
            if (entry.getKey().hazard() == null) {
                continue;
            }
            Set<Suitability> said = EnumSet.noneOf(Suitability.class);
            for (String cell : marks(entry.getValue())) {
                Suitability read = suitability(row, entry.getKey(), cell);
                if (read == null) {
                    return null;
                }
                said.add(read);
            }
            // fit for a fall of rocks and not for a flow of mud: fit for some of it
            Suitability all = said.size() == 1 ? said.iterator().next() : Suitability.CONDITIONAL;
            if (all != Suitability.NOT_DESIGNATED) {
                found.put(entry.getKey().hazard(), all);
            }
        }
        return found;
    }

    /** What one cell says; null for a mark that nobody knows, which is told. */
    private Suitability suitability(RawPlace row, PlaceColumn column, String cell) {
        String mark = mark(cell);
        Matcher noted = NOTED.matcher(mark);
        if (noted.matches()) {
            mark = noted.group(1);
            problems.accept(RowProblem.leavingOut(row.line(), column.heading(), "mark-noted", cell));
        }
        if (YES.matcher(mark).matches()) {
            return Suitability.DESIGNATED;
        }
        if (CONDITIONAL.matcher(mark).matches()) {
            return Suitability.CONDITIONAL;
        }
        return mark.isEmpty() || NO.matcher(mark).matches() ? Suitability.NOT_DESIGNATED : refuse(row, column, "mark-unknown", cell);
    }

    private static List<String> marks(String value) {
        return value == null ? List.of("") : List.of(value.split(RawPlace.AND, -1));
    }

    private static String mark(String cell) {
        return plain(cell.strip()).toUpperCase(java.util.Locale.ROOT);
    }

    /** Under which conditions the city calls the place fit, in its own words: 「洪水：○（2階以上）」. */
    private static String conditions(RawPlace row) {
        return row.values().entrySet().stream().filter(e -> e.getKey().hazard() != null)
                .filter(e -> marks(e.getValue()).stream().anyMatch(m -> NOTED.matcher(mark(m)).matches()) || marks(e.getValue()).stream().map(String::strip).distinct().count() > 1)
                .map(e -> e.getKey().hazard().lawName() + "：" + marks(e.getValue()).stream().map(m -> m.isBlank() ? "（空欄）" : m.strip()).collect(Collectors.joining("・")))
                .collect(Collectors.joining("、"));
    }

    private record Where(Position position) {}

    /** No coordinates at all: the place is taken without a position. Wrong ones: the row is refused, for a wrong way is worse than none. */
    private Where where(RawPlace row) {
        String latText = plain(row.text(PlaceColumn.LATITUDE));
        String lonText = plain(row.text(PlaceColumn.LONGITUDE));
        if (latText.isEmpty() && lonText.isEmpty()) {
            problems.accept(RowProblem.leavingOut(row.line(), PlaceColumn.LATITUDE.heading(), "position-missing", ""));
            return new Where(null);
        }
        double lat;
        double lon;
        try {
            lat = Double.parseDouble(latText);
            lon = Double.parseDouble(lonText);
        } catch (NumberFormatException e) {
            return refuse(row, PlaceColumn.LATITUDE, "position-unreadable", latText + ", " + lonText);
        }
        if (Position.looksSwapped(lat, lon)) {
            return refuse(row, PlaceColumn.LATITUDE, "position-swapped", latText + ", " + lonText);
        }
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180) || !new Position(lat, lon).isInJapan()) {
            return refuse(row, PlaceColumn.LATITUDE, "position-outside-japan", latText + ", " + lonText);
        }
        return new Where(new Position(lat, lon));
    }

    private Double number(RawPlace row, PlaceColumn column) {
        String text = plain(row.text(column)).replaceAll("[,，]|(?i)m$|メートル$|人$|名$|約", "");
        if (text.isEmpty() || text.equals("-")) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) < 10_000_000) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        problems.accept(RowProblem.leavingOut(row.line(), column.heading(), "number-unreadable", row.text(column)));
        return null;
    }

    private Integer capacity(RawPlace row) {
        Double value = number(row, PlaceColumn.CAPACITY);
        if (value != null && value < 0) {
            problems.accept(RowProblem.leavingOut(row.line(), PlaceColumn.CAPACITY.heading(), "number-unreadable", row.text(PlaceColumn.CAPACITY)));
            return null;
        }
        return value == null ? null : (int) Math.round(value);
    }

    private static String address(RawPlace row) {
        String whole = row.text(PlaceColumn.ADDRESS);
        if (whole.isEmpty()) {
            whole = row.text(PlaceColumn.ADDRESS_PREFECTURE) + row.text(PlaceColumn.ADDRESS_CITY) + row.text(PlaceColumn.ADDRESS_TOWN)
                    + row.text(PlaceColumn.ADDRESS_REST);
        }
        return (whole + " " + row.text(PlaceColumn.BUILDING)).strip();
    }

    private static boolean yes(String mark) {
        return YES.matcher(plain(mark).toUpperCase(java.util.Locale.ROOT)).matches();
    }

    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    }

    private <T> T refuse(RawPlace row, PlaceColumn column, String reason, String value) {
        problems.accept(RowProblem.refusing(row.line(), column.heading(), reason, value));
        return null;
    }
}
