package jp.michishirube.evacuation.road;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps OpenStreetMap's {@code incline} (per cent, without direction) with each road: a wheelchair's way depends on it. */
final class InclineTag implements TagParser {

    static final String NAME = "incline";
    private static final Pattern PERCENT = Pattern.compile("-?(\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern DEGREES = Pattern.compile("-?(\\d+(?:\\.\\d+)?)\\s*°");
    /** {@code up} and {@code down} say that there is a slope worth noting, not how steep. */
    private static final double SOME_SLOPE = 7;

    private final DecimalEncodedValue percent;

    private InclineTag(DecimalEncodedValue percent) {
        this.percent = percent;
    }

    static ImportRegistry registry() {
        DefaultImportRegistry known = new DefaultImportRegistry();
        ImportUnit incline = ImportUnit.create(NAME, p -> new DecimalEncodedValueImpl(NAME, 5, 1, false),
                (lookup, p) -> new InclineTag(lookup.getDecimalEncodedValue(NAME)));
        ImportUnit winter = WinterTag.unit();
        return name -> name.equals(NAME) ? incline : name.equals(WinterTag.NAME) ? winter : known.createImportUnit(name);
    }

    @Override
    public void handleWayTags(int edgeId, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
        percent.setDecimal(false, edgeId, access, Math.min(31, slope(way.getTag("incline"))));
    }

    static double slope(String tag) {
        if (tag == null) {
            return 0;
        }
        Matcher p = PERCENT.matcher(tag.strip());
        if (p.matches()) {
            return Double.parseDouble(p.group(1));
        }
        Matcher d = DEGREES.matcher(tag.strip());
        if (d.matches()) {
            return 100 * Math.tan(Math.toRadians(Math.min(60, Double.parseDouble(d.group(1)))));
        }
        return tag.equals("up") || tag.equals("down") ? SOME_SLOPE : 0;
    }
}
