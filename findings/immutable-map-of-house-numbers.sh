#!/bin/sh
# How Map.copyOf of JDK 17 keeps 200,000 addresses that differ in their numbers alone, seen 2026-11-30 on 17.0.15.
#
# An address book of a town has keys such as 栄町12-34-56. Their hash codes lie side by side, and the immutable map steps to the next place when one is
# taken, without mixing the hash as HashMap does. So long rows come about: a house number that is not in the book is compared with 17
# others on average and with 824 at worst, while keys of random letters take one or two. HashMap compares with none.
# No library: java.base alone. The counts depend on the keys and not on the machine.
. "$(dirname "$0")/common"
mkdir "$work/lib"
run Seen.java <<'JAVA'
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

public class Seen {
    static long comparisons;

    record Key(String text) {
        @Override public int hashCode() {
            return text.hashCode();
        }

        @Override public boolean equals(Object other) {
            comparisons++;
            return other instanceof Key key && key.text.equals(text);
        }
    }

    public static void main(String[] args) {
        List<Key> there = new ArrayList<>();
        List<Key> missing = new ArrayList<>();
        for (int chome = 1; chome <= 40; chome++) {
            for (int block = 1; block <= 50; block++) {
                for (int house = 1; house <= 150; house++) {
                    (house <= 100 ? there : missing).add(new Key("栄町" + chome + "-" + block + "-" + house));
                }
            }
        }
        Random random = new Random(1);
        List<Key> letters = random.longs(200_000).mapToObj(n -> new Key(Long.toString(n, 36))).toList();
        List<Key> others = random.longs(100_000).mapToObj(n -> new Key(Long.toString(n, 36))).toList();
        look("house numbers, HashMap", map(there), missing);
        look("house numbers, Map.copyOf", Map.copyOf(map(there)), missing);
        look("random letters, Map.copyOf", Map.copyOf(map(letters)), others);
    }

    private static Map<Key, Boolean> map(List<Key> keys) {
        Map<Key, Boolean> map = new HashMap<>();
        keys.forEach(key -> map.put(key, true));
        return map;
    }

    private static void look(String what, Map<Key, Boolean> map, List<Key> missing) {
        comparisons = 0;
        long most = 0;
        for (Key key : missing) {
            long before = comparisons;
            map.get(key);
            most = Math.max(most, comparisons - before);
        }
        System.out.printf("%s: %.1f on average, %d at worst%n", what, comparisons / (double) missing.size(), most);
    }
}
JAVA
expect <<'SEEN'
house numbers, HashMap: 0.0 on average, 0 at worst
house numbers, Map.copyOf: 17.1 on average, 824 at worst
random letters, Map.copyOf: 1.5 on average, 46 at worst
SEEN
