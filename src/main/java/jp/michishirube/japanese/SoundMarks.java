package jp.michishirube.japanese;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Joins kana with a sound mark that stands apart: か and U+3099, as text from a Mac, or か and the spacing ゛, as some keyboards send it. */
public final class SoundMarks {

    private static final Pattern APART = Pattern.compile("[\u3041-\u30ff][\u3099-\u309c]");

    private SoundMarks() {}

    /** @return the text with が for か and its mark; a mark that its kana cannot bear (あ゛) stays as it was written */
    public static String joined(String text) {
        return APART.matcher(text).replaceAll(pair -> {
            char mark = pair.group().charAt(1);
            String one = Normalizer.normalize(pair.group().charAt(0) + (mark == '\u309b' || mark == '\u3099' ? "\u3099" : "\u309a"), Normalizer.Form.NFC);
            return one.length() == 1 ? one : pair.group();
        });
    }
}
