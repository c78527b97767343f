package jp.michishirube.evacuation.hazard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.problem.Problem;

/** What the coordinates of a GeoJSON file count from, as far as the file says it. */
public final class Datum {

    private static final Pattern EPSG = Pattern.compile("EPSG:+(?:[\\d.]*:)?(\\d+)");
    /** WGS 84, JGD2000 and JGD2011, flat and with heights. */
    private static final Set<String> KNOWN = Set.of("4326", "4979", "4612", "4947", "6668", "6667", "6697");

    private Datum() {}

    /**
     * The old Tokyo datum (EPSG:4301) lies about 400 m beside; plane coordinates are no degrees at all.
     *
     * @param crs the file's {@code crs} member as text
     * @throws Problem {@code area-file-datum} where it names a datum other than JGD2000, JGD2011 or WGS 84
     */
    public static void requireKnown(String crs) {
        Matcher epsg = EPSG.matcher(crs);
        if (epsg.find() && !KNOWN.contains(epsg.group(1))) {
            throw Problem.badRequest("area-file-datum", epsg.group(1));
        }
    }
}
