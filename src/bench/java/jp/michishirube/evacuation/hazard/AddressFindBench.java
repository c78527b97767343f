package jp.michishirube.evacuation.hazard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.michishirube.bench.Figures;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.municipality.Folders;

/**
 * {@code address.find}: 100,000 addresses as rosters spell them against a list of 200,000, against a bare look-up of the longest prefix of
 * keys that somebody has made before, in turns.
 */
public final class AddressFindBench {

    private static final int ENTRIES = 200_000;
    private static final int ASKED = 100_000;
    private static final int ROUNDS = 7;
    private static final String[] SPELLINGS = {"みちしるべ市%s%d丁目%d番%d号", "福島県みちしるべ市%s%d丁目%d-%d", "みちしるべ市大字%s%d－%d－%d", "%s%d丁目%d番地%d コーポ青葉 201"};

    private AddressFindBench() {}

    public static void measure() throws Exception {
        Path folder = Files.createTempDirectory("addresses");
        Path list = folder.resolve("forms/000000/addresses.csv");
        Files.createDirectories(list.getParent());
        StringBuilder csv = new StringBuilder("住所,緯度,経度\n");
        Map<String, Position> bareEntries = new HashMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            String address = "みちしるべ市" + town(i) + (1 + i / 40 % 9) + "丁目" + (1 + i / 360 % 30) + "番" + (1 + i / 10_800) + "号";
            csv.append(address).append(",37.").append(500_000 + i % 1000).append(",139.9\n");
            bareEntries.put(AddressSpelling.withoutCounty(AddressSpelling.key(address)), new Position(37.5, 139.9));
        }
        Files.writeString(list, csv);
        AddressBook book = new AddressBook(new Folders(folder), "000000", "", Set.of());
        Random random = new Random(2);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            asked.add(SPELLINGS[i % SPELLINGS.length].formatted(town(random.nextInt(40)), 1 + random.nextInt(9), 1 + random.nextInt(30), 1 + random.nextInt(30)));
        }
        List<String> keys = asked.stream().map(a -> AddressSpelling.withoutCounty(AddressSpelling.key(a))).toList();
        long found = asked.stream().filter(a -> book.find(a).isPresent()).count();
        double[] bare = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            long hits = keys.stream().filter(k -> bare(bareEntries, k) != null).count();
            bare[i] = (System.nanoTime() - begin) / 1e6;
            begin = System.nanoTime();
            long same = asked.stream().filter(a -> book.find(a).isPresent()).count();
            ours[i] = (System.nanoTime() - begin) / 1e6;
            if (same != found || hits < found) {
                throw new IllegalStateException(found + " found, then " + same + "; bare " + hits);
            }
        }
        Figures.write("address.find", Figures.median(ours), "ms", Figures.median(bare), Figures.median(ours) / Figures.median(bare),
                ASKED + " addresses in " + ENTRIES + ", " + found + " found; baseline longest prefix of ready keys");
    }

    private static String town(int i) {
        return (char) ('一' + i % 40 * 7) + "木町";
    }

    private static Position bare(Map<String, Position> entries, String key) {
        for (int end = key.length(); end > 3; end--) {
            Position found = entries.get(key.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
