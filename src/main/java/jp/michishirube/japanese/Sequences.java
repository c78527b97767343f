package jp.michishirube.japanese;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts which byte sequences a file is made of. Japanese text in one encoding is almost all errors when it is read as another: one broken
 * line does not tip the scale. The order of the questions matters, as CP932 takes almost anything.
 */
final class Sequences {

    private static final int ESCAPE = 0x1B;

    private long utf8Good;
    private long utf8Bad;
    private int utf8Open;
    private long eucGood;
    private long eucBad;
    private int eucOpen;
    private int eucLead;
    private long escapes;
    private long high;
    private int before;
    private int beforeThat;

    private Sequences() {}

    static Sequences of(InputStream in) throws IOException {
        Sequences all = new Sequences();
        for (int b = in.read(); b >= 0; b = in.read()) {
            all.utf8(b);
            all.euc(b);
            all.high += b >= 0x80 ? 1 : 0;
            // ESC $ B, ESC $ @: two-byte characters begin
            all.escapes += all.beforeThat == ESCAPE && all.before == '$' && (b == 'B' || b == '@') ? 1 : 0;
            all.beforeThat = all.before;
            all.before = b;
        }
        all.utf8Bad += all.utf8Open > 0 ? 1 : 0;
        all.eucBad += all.eucOpen > 0 ? 1 : 0;
        return all;
    }

    TextEncoding encoding() {
        if (escapes > 0 && high * 50 < escapes) {
            return TextEncoding.ISO_2022_JP;
        }
        if (utf8Bad * 4 <= utf8Good || utf8Bad == 0) {
            return TextEncoding.UTF_8;
        }
        return eucGood > 0 && eucBad * 20 <= eucGood ? TextEncoding.EUC_JP : TextEncoding.CP932;
    }

    private void utf8(int b) {
        if (utf8Open > 0) {
            if ((b & 0xC0) == 0x80) {
                utf8Open--;
                utf8Good += utf8Open == 0 ? 1 : 0;
                return;
            }
            utf8Bad++;
            utf8Open = 0;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            utf8Open = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            utf8Open = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            utf8Open = 3;
        } else if (b >= 0x80) {
            utf8Bad++;
        }
    }

    /** Pairs of A1–FE; 8E before a half-width kana; 8F before a pair of the supplementary set. */
    private void euc(int b) {
        if (eucOpen > 0) {
            boolean follows = b >= 0xA1 && b <= (eucLead == 0x8E ? 0xDF : 0xFE);
            if (follows) {
                eucOpen--;
                eucGood += eucOpen == 0 ? 1 : 0;
                return;
            }
            eucBad++;
            eucOpen = 0;
        }
        if (b >= 0xA1 && b <= 0xFE || b == 0x8E) {
            eucOpen = 1;
            eucLead = b;
        } else if (b == 0x8F) {
            eucOpen = 2;
            eucLead = b;
        } else if (b >= 0x80) {
            eucBad++;
        }
    }
}
