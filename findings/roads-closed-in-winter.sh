#!/bin/sh
# How GraphHopper 11.0 reads the OpenStreetMap tags of roads that are closed in winter (access:conditional), seen 2026-11-30 on JDK 17.
#
# A pass in Tohoku is closed from November to April. The road's temporal access is worked out at the import, for one day that is given to it. All
# values below are in the syntax of OpenStreetMap's conditional restrictions and opening hours; the day is the 15th of January:
# - One clause is read, over the turn of the year too, with and without brackets.
# - A second clause, with the semicolon that the syntax has for it, takes the first one away as well: a road "closed November to March, open April
#   to October" has no restriction in January. The same with the semicolon inside the brackets.
# - Of a list of ranges only the first is read: "closed January to March, and December" is said to be open in December.
# - A season (winter), hours behind the months, and days within one month (Nov 15-30) are no restriction.
# Nothing is logged at the usual level for any of these. We read the tags ourselves for that reason.
. "$(dirname "$0")/common"
libraries com.graphhopper:graphhopper-core:11.0
run Seen.java <<'JAVA'
import com.graphhopper.routing.util.parsers.OSMTemporalAccessParser;
import java.util.List;
import java.util.Map;

public class Seen {
    public static void main(String[] args) {
        for (String value : List.of("no @ (Nov-Mar)", "no @ Nov 15-Apr 20", "no @ (Nov-Mar); yes @ (Apr-Oct)", "yes @ (Apr-Oct); no @ (Nov-Mar)", "no @ (Nov-Mar; Jul)",
                "no @ (Nov-Mar 00:00-24:00)", "no @ winter", "no @ (Jan 10-20)")) {
            System.out.println(value + " -> " + on("2026-01-15", value));
        }
        System.out.println("in December: no @ (Jan-Mar,Dec) -> " + on("2026-12-15", "no @ (Jan-Mar,Dec)"));
    }

    private static String on(String day, String value) {
        Boolean may = new OSMTemporalAccessParser(List.of("access:conditional"), (edge, access, yes) -> {}, day).getTemporaryAccess(Map.of("access:conditional", value));
        return may == null ? "no restriction" : may ? "open" : "closed";
    }
}
JAVA
expect <<'SEEN'
no @ (Nov-Mar) -> closed
no @ Nov 15-Apr 20 -> closed
no @ (Nov-Mar); yes @ (Apr-Oct) -> no restriction
yes @ (Apr-Oct); no @ (Nov-Mar) -> no restriction
no @ (Nov-Mar; Jul) -> no restriction
no @ (Nov-Mar 00:00-24:00) -> no restriction
no @ winter -> no restriction
no @ (Jan 10-20) -> no restriction
in December: no @ (Jan-Mar,Dec) -> open
SEEN
