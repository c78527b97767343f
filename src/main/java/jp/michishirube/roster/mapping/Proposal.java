package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;

/** A first mapping of a file that nobody has matched yet, to be looked at by a person. */
public final class Proposal {

    private static final String ADDRESS = "address";
    private static final Pattern NUMBERS = Pattern.compile(".*(?:番地|番地以下|番地等|方書|方書名|建物名|建物名等|アパート名等)");
    private static final Pattern TOWN = Pattern.compile(".*(?:町名|大字|町字名)|町");

    private Proposal() {}

    /** What we know under their headings; columns that hold a part of a value are joined in their order. */
    public static Mapping of(Layout layout, List<String> header) {
        Map<String, Integer> guess = layout.guess(header);
        Map<Integer, String> targets = new HashMap<>();
        guess.forEach((key, column) -> targets.put(column, key));
        for (Column column : layout.columns()) {
            // a date that stands whole in a column of its own is not one of parts
            boolean whole = column.join() == Column.Join.DATE && guess.containsKey(column.key()) && isWhole(column, header.get(guess.get(column.key())));
            for (int i = 0; i < header.size() && column.join() != null && !whole; i++) {
                if (!targets.containsKey(i) && isPart(column, header.get(i)) && !isTaken(column, header, i, targets)) {
                    targets.put(i, column.key());
                }
            }
        }
        List<Use> uses = new ArrayList<>();
        int town = townOfAddress(header, targets);
        for (int i = 0; i < header.size(); i++) {
            if (i == town) {
                uses.add(new Use(i, header.get(i), ADDRESS, Map.of()));
            }
            if (targets.containsKey(i)) {
                uses.add(new Use(i, header.get(i), targets.get(i), Map.of()));
            }
        }
        return new Mapping(uses, List.of(), false, false);
    }

    /** Where only house numbers make the address, the 町 in a column before them belongs to it, and stays the area; -1 for none. */
    private static int townOfAddress(List<String> header, Map<Integer, String> targets) {
        List<Integer> address = targets.entrySet().stream().filter(t -> t.getValue().equals(ADDRESS)).map(Map.Entry::getKey).sorted().toList();
        if (address.isEmpty() || !address.stream().allMatch(i -> NUMBERS.matcher(Headings.plain(header.get(i))).matches())) {
            return -1;
        }
        return targets.entrySet().stream().filter(t -> t.getValue().equals("area") && t.getKey() < address.get(0)
                && TOWN.matcher(Headings.plain(header.get(t.getKey()))).matches()).map(Map.Entry::getKey).findFirst().orElse(-1);
    }

    private static boolean isWhole(Column column, String heading) {
        return Stream.concat(Stream.of(column.header()), column.also().stream()).anyMatch(h -> Headings.plain(h).equals(Headings.plain(heading)));
    }

    /** Our own layout, which needs no question; null when a column is not ours and could be of use. */
    public static Mapping own(Layout layout, List<String> header) {
        if (!layout.isOwn(header)) {
            return null;
        }
        Map<String, Integer> exact = new LinkedHashMap<>();
        for (Column column : layout.columns()) {
            int at = header.stream().map(Headings::plain).toList().indexOf(Headings.plain(column.header()));
            if (at >= 0) {
                exact.put(column.key(), at);
            }
        }
        List<Use> uses = new ArrayList<>();
        exact.forEach((key, at) -> uses.add(new Use(at, header.get(at), key, Map.of())));
        boolean more = of(layout, header).uses().stream().anyMatch(u -> !exact.containsValue(u.column()));
        return more ? null : new Mapping(uses, List.of(), false, true);
    }

    /** The same part once more is one of a second value, such as 番地 of where somebody stays: which of them counts is for a person to say. */
    private static boolean isTaken(Column column, List<String> header, int at, Map<Integer, String> targets) {
        return targets.entrySet().stream().anyMatch(t -> t.getValue().equals(column.key()) && lowest(header.get(t.getKey())).equals(lowest(header.get(at))));
    }

    private static String lowest(String heading) {
        return Headings.plain(heading.substring(heading.lastIndexOf(' ') + 1));
    }

    private static boolean isPart(Column column, String heading) {
        String below = Layout.below(heading);
        return isPartNamed(column, heading) || below != null && isPartNamed(column, below);
    }

    private static boolean isPartNamed(Column column, String heading) {
        String plain = Headings.plain(heading);
        return Stream.concat(column.parts().stream(), Stream.of(column.header())).map(Headings::plain)
                .anyMatch(p -> plain.equals(p) || plain.length() <= 8 && plain.matches(Pattern.quote(p) + "[\\d①-⑨(（].*"));
    }
}
