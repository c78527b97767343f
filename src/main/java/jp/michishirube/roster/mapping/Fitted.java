package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mapping agreed on before, put on the headings of a new file: by the words of the headings, wherever the columns stand now.
 *
 * @param mapping what still holds
 * @param added   indices of columns that the former file did not have
 * @param lost    headings that were used and are not there any more
 */
public record Fitted(Mapping mapping, List<Integer> added, List<String> lost) {

    public static Fitted of(Mapping saved, List<String> header) {
        List<Use> uses = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        Set<Integer> taken = new LinkedHashSet<>();
        Map<Integer, Integer> moved = new HashMap<>();
        for (Use use : saved.uses()) {
            // one column may make two values, such as the 町 of an address
            int at = moved.containsKey(use.column()) ? moved.get(use.column()) : find(use.heading(), header, taken);
            if (at >= 0) {
                taken.add(at);
                moved.put(use.column(), at);
                uses.add(use.at(at));
            } else if (use.isUsed()) {
                lost.add(use.heading());
            }
        }
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!taken.contains(i) && !header.get(i).isBlank()) {
                added.add(i);
            }
        }
        return new Fitted(saved.with(uses), added, lost);
    }

    /** Whether the former file and this one can be of one kind at all. */
    public boolean isLikely() {
        long used = mapping.uses().stream().filter(Use::isUsed).count();
        return used >= 2 && used > lost.size();
    }

    public boolean isWhole() {
        return added.isEmpty() && lost.isEmpty();
    }

    /** Two columns of one heading keep their order. */
    private static int find(String heading, List<String> header, Set<Integer> taken) {
        for (int i = 0; i < header.size(); i++) {
            if (!taken.contains(i) && Headings.plain(header.get(i)).equals(Headings.plain(heading))) {
                return i;
            }
        }
        return -1;
    }
}
