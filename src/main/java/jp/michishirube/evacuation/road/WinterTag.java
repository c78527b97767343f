package jp.michishirube.evacuation.road;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps with each road whether OpenStreetMap says that it is closed or not cleared in winter. GraphHopper's own reading of such tags
 * decides by the day of the import, so that a network made in July would hold the pass open all year. A closure for vehicles is taken as
 * one for everybody: where no plough goes, no wheelchair does.
 */
final class WinterTag implements TagParser {

    static final String NAME = "winter_closed";
    private static final List<String> CONDITIONAL = List.of("access:conditional", "foot:conditional", "vehicle:conditional",
            "motor_vehicle:conditional", "motorcar:conditional");
    private static final Pattern CLOSED = Pattern.compile("\\b(?:no|private)\\s*@\\s*(?:\\(([^)]*)\\)|([^;]*))");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")";
    private static final Pattern MONTHS_FROM_TO = Pattern.compile(MONTH + "(?:\\s*\\d{1,2})?(?:\\s*[-–]\\s*(?:\\d{4}\\s*)?" + MONTH + ")?");

    private final BooleanEncodedValue closed;

    private WinterTag(BooleanEncodedValue closed) {
        this.closed = closed;
    }

    static ImportUnit unit() {
        return ImportUnit.create(NAME, p -> new SimpleBooleanEncodedValue(NAME), (lookup, p) -> new WinterTag(lookup.getBooleanEncodedValue(NAME)));
    }

    @Override
    public void handleWayTags(int edgeId, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
        closed.setBool(false, edgeId, access, isClosed(way));
    }

    static boolean isClosed(ReaderWay way) {
        if (way.hasTag("winter_service", "no") || way.hasTag("snowplowing", "no")) {
            return true;
        }
        String seasonal = way.getTag("seasonal", "").toLowerCase(Locale.ROOT);
        if (seasonal.contains("summer") && !seasonal.contains("winter")) {
            return true;
        }
        return CONDITIONAL.stream().map(key -> way.getTag(key, "")).anyMatch(WinterTag::closesInWinter);
    }

    private static boolean closesInWinter(String condition) {
        Matcher closures = CLOSED.matcher(condition.toLowerCase(Locale.ROOT));
        while (closures.find()) {
            String when = closures.group(1) == null ? closures.group(2) : closures.group(1);
            if (when.contains("winter") || when.contains("snow")) {
                return true;
            }
            Matcher months = MONTHS_FROM_TO.matcher(when);
            while (months.find()) {
                if (isWinter(MONTHS.indexOf(months.group(1)), MONTHS.indexOf(months.group(months.group(2) == null ? 1 : 2)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the months hold December, January or February, 0 being January; from a later to an earlier one is over the turn of the year. */
    private static boolean isWinter(int from, int to) {
        return from <= 1 || from > to || to == 11;
    }
}
