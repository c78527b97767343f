package jp.michishirube.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * The variation sequences (字形選択子) that a TrueType font knows, read from its character map (OpenType cmap, format 14). Java draws
 * the bare character for a sequence that the font lacks and says nothing; this says it.
 */
final class FontVariations {

    private final Set<Long> known;

    private FontVariations(Set<Long> known) {
        this.known = known;
    }

    boolean has(int base, int selector) {
        return known.contains(key(base, selector));
    }

    static boolean isSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    static FontVariations read(DataInputStream font) throws IOException {
        font.readInt();
        int tables = font.readUnsignedShort();
        font.skipNBytes(6);
        long offset = 0;
        int length = 0;
        for (int i = 0; i < tables; i++) {
            boolean cmap = font.readInt() == 0x636d6170;
            font.readInt();
            long at = font.readInt() & 0xffffffffL;
            int size = font.readInt();
            if (cmap) {
                offset = at;
                length = size;
            }
        }
        font.skipNBytes(offset - 12 - 16L * tables);
        return new FontVariations(format14(ByteBuffer.wrap(font.readNBytes(length))));
    }

    private static Set<Long> format14(ByteBuffer cmap) {
        Set<Long> found = new HashSet<>();
        int subtables = cmap.getShort(2);
        for (int i = 0; i < subtables; i++) {
            int at = cmap.getInt(4 + 8 * i + 4);
            if (cmap.getShort(at) == 14) {
                int selectors = cmap.getInt(at + 6);
                for (int s = 0; s < selectors; s++) {
                    int row = at + 10 + 11 * s;
                    readSelector(cmap, at, uint24(cmap, row), cmap.getInt(row + 3), cmap.getInt(row + 7), found);
                }
            }
        }
        return found;
    }

    private static void readSelector(ByteBuffer cmap, int table, int selector, int plain, int special, Set<Long> found) {
        if (plain != 0) {
            int ranges = cmap.getInt(table + plain);
            for (int r = 0; r < ranges; r++) {
                int at = table + plain + 4 + 4 * r;
                int from = uint24(cmap, at);
                for (int more = cmap.get(at + 3) & 0xff; more >= 0; more--) {
                    found.add(key(from + more, selector));
                }
            }
        }
        if (special != 0) {
            int maps = cmap.getInt(table + special);
            for (int m = 0; m < maps; m++) {
                found.add(key(uint24(cmap, table + special + 4 + 5 * m), selector));
            }
        }
    }

    private static int uint24(ByteBuffer bytes, int at) {
        return (bytes.get(at) & 0xff) << 16 | (bytes.get(at + 1) & 0xff) << 8 | bytes.get(at + 2) & 0xff;
    }

    private static long key(int base, int selector) {
        return (long) base << 24 | selector;
    }
}
