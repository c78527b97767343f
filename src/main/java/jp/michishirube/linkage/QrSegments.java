package jp.michishirube.linkage;

import com.google.zxing.FormatException;
import com.google.zxing.common.BitSource;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.decoder.Version;
import java.io.ByteArrayOutputStream;

/**
 * Reads the segments of a QR code as bytes (ISO/IEC 18004, 7.4). zxing gives text, for which it guesses an encoding; a code of a set that
 * was cut within a character has no text of its own.
 */
final class QrSegments {

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private final BitSource bits;
    private final Version version;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int index;
    private int total = 1;
    private int parity;

    private QrSegments(byte[] codewords, Version version) {
        this.bits = new BitSource(codewords);
        this.version = version;
    }

    /**
     * @param codewords of the data, without those for correction
     * @throws FormatException for segments that the standard does not know
     */
    static QrPart read(byte[] codewords, Version version) throws FormatException {
        try {
            return new QrSegments(codewords, version).read();
        } catch (IllegalArgumentException e) {
            throw FormatException.getFormatInstance(e);
        }
    }

    private QrPart read() {
        while (bits.available() >= 4) {
            Mode mode = Mode.forBits(bits.readBits(4));
            if (mode == Mode.TERMINATOR) {
                break;
            }
            switch (mode) {
                case STRUCTURED_APPEND -> place();
                case ECI -> skipEncoding();
                case NUMERIC -> numbers(count(mode));
                case ALPHANUMERIC -> alphanumeric(count(mode));
                case BYTE -> bytes(count(mode));
                case KANJI -> kanji(count(mode));
                default -> { }
            }
        }
        return new QrPart(content.toByteArray(), index, total, parity);
    }

    private int count(Mode mode) {
        return bits.readBits(mode.getCharacterCountBits(version));
    }

    private void place() {
        index = bits.readBits(4);
        total = bits.readBits(4) + 1;
        parity = bits.readBits(8);
    }

    /** The bytes say themselves whether they are UTF-8. */
    private void skipEncoding() {
        int first = bits.readBits(8);
        bits.readBits((first & 0x80) == 0 ? 0 : (first & 0xC0) == 0x80 ? 8 : 16);
    }

    private void numbers(int count) {
        for (int left = count; left > 0; left -= 3) {
            int digits = Math.min(3, left);
            String number = String.valueOf(bits.readBits(digits * 3 + 1));
            text("0".repeat(digits - number.length()) + number);
        }
    }

    private void alphanumeric(int count) {
        for (int left = count; left > 0; left -= 2) {
            int two = bits.readBits(left > 1 ? 11 : 6);
            text(left > 1 ? "" + ALPHANUMERIC.charAt(two / 45) + ALPHANUMERIC.charAt(two % 45) : "" + ALPHANUMERIC.charAt(two));
        }
    }

    private void bytes(int count) {
        for (int i = 0; i < count; i++) {
            content.write(bits.readBits(8));
        }
    }

    /** Thirteen bits a character of Shift_JIS. */
    private void kanji(int count) {
        for (int i = 0; i < count; i++) {
            int packed = bits.readBits(13);
            int sjis = (packed / 0xC0 << 8) + packed % 0xC0;
            sjis += sjis < 0x1F00 ? 0x8140 : 0xC140;
            content.write(sjis >> 8);
            content.write(sjis);
        }
    }

    private void text(String ascii) {
        ascii.chars().forEach(content::write);
    }
}
