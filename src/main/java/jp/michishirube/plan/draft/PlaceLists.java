package jp.michishirube.plan.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The places to choose from, kept for a minute: ranking them along the ways costs more than the rest of the page, and a page is shown
 * many times during an interview. What is chosen is looked up anew, never taken from here.
 */
@Component
public class PlaceLists {

    private static final long KEEP_NANOS = 60_000_000_000L;
    private static final int MOST = 500;

    private final ObjectProvider<PlaceChoices> places;
    private final Map<String, Kept> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    PlaceLists(ObjectProvider<PlaceChoices> places) {
        this.places = places;
    }

    private record Kept(long at, List<PlaceChoices.PlaceChoice> list) {}

    public List<PlaceChoices.PlaceChoice> of(CaseId caseId, String hazard, String kind) {
        String key = caseId.value() + "|" + hazard + "|" + kind;
        synchronized (kept) {
            Kept known = kept.get(key);
            if (known != null && System.nanoTime() - known.at() < KEEP_NANOS) {
                return known.list();
            }
        }
        List<PlaceChoices.PlaceChoice> list = places.stream().flatMap(p -> p.of(caseId, hazard, kind).stream()).toList();
        synchronized (kept) {
            kept.remove(key);
            kept.put(key, new Kept(System.nanoTime(), list));
        }
        return list;
    }
}
