package jp.michishirube.roster.file;

import java.text.Normalizer;
import jp.michishirube.japanese.Reading;
import jp.michishirube.japanese.SoundMarks;

/** Readings: half-width katakana and hiragana become full-width katakana. */
public final class Kana {

    private Kana() {}

    /** @throws WrongValue {@code kana} when something is no kana (kanji in the reading, usually a shifted column) */
    public static String parse(String cell) throws WrongValue {
        String wide = katakana(SoundMarks.joined(Texts.trim(cell))).replaceAll("[\\s\\u3000]+", " ");
        if (!Reading.fits(wide)) {
            throw new WrongValue("kana");
        }
        return wide;
    }

    /** All kana as full-width katakana, the rest to the letter; for comparing. */
    public static String wide(String text) {
        return katakana(text);
    }

    static String katakana(String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xFF61 && c <= 0xFF9F) {
                half.append(c);
                continue;
            }
            flush(half, out);
            out.append(c >= 0x3041 && c <= 0x3096 ? (char) (c + 0x60) : c);
        }
        flush(half, out);
        return out.toString();
    }

    /** NFKC on the half-width run alone: it joins ｶﾞ to ガ, and touches nothing else. */
    private static void flush(StringBuilder half, StringBuilder out) {
        if (!half.isEmpty()) {
            out.append(Normalizer.normalize(half, Normalizer.Form.NFKC));
            half.setLength(0);
        }
    }
}
