package jp.michishirube.plan.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.michishirube.plan.versions.Change.Piece;

/**
 * What changed within a text, word by word (Japanese words by ICU's dictionary), by java-diff-utils. When two long
 * texts share almost nothing, the middle is given as one removal and one addition, which is also what a reader wants then.
 */
final class WordDifference {

    private static final int MOST_EDITS = 400;
    private static final ThreadLocal<BreakIterator> WORDS = ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(Locale.JAPANESE));

    private WordDifference() {}

    static List<Piece> between(String before, String after) {
        int start = commonStart(before, after);
        int end = commonEnd(before, after, start);
        List<Piece> pieces = new ArrayList<>();
        add(pieces, ' ', before.substring(0, start));
        words(pieces, split(before.substring(start, before.length() - end)), split(after.substring(start, after.length() - end)));
        add(pieces, ' ', before.substring(before.length() - end));
        return pieces;
    }

    /** One text went, the other came. */
    static List<Piece> whole(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        add(pieces, '-', before);
        add(pieces, '+', after);
        return pieces;
    }

    private static int commonStart(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        while (i > 0 && (Character.isHighSurrogate(a.charAt(i - 1)) || i < a.length() && joins(a, i) || i < b.length() && joins(b, i))) {
            i--;
        }
        return i;
    }

    private static int commonEnd(String a, String b, int start) {
        int most = Math.min(a.length(), b.length()) - start;
        int i = 0;
        while (i < most && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        while (i > 0 && (Character.isLowSurrogate(a.charAt(a.length() - i)) || joins(a, a.length() - i))) {
            i--;
        }
        return i;
    }

    /** A variation selector or combining mark belongs to the character before it: they are never torn apart. */
    private static boolean joins(String text, int at) {
        int point = text.codePointAt(at);
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        BreakIterator breaks = WORDS.get();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            words.add(text.substring(from, to));
        }
        return words;
    }

    private static void words(List<Piece> pieces, List<String> a, List<String> b) {
        List<AbstractDelta<String>> deltas = DiffUtils.diff(a, b, true).getDeltas();
        int edits = deltas.stream().filter(d -> d.getType() != DeltaType.EQUAL).mapToInt(d -> d.getSource().size() + d.getTarget().size()).sum();
        if (edits > MOST_EDITS) {
            add(pieces, '-', String.join("", a));
            add(pieces, '+', String.join("", b));
            return;
        }
        for (AbstractDelta<String> delta : deltas) {
            boolean equal = delta.getType() == DeltaType.EQUAL;
            add(pieces, equal ? ' ' : '-', String.join("", delta.getSource().getLines()));
            add(pieces, '+', equal ? "" : String.join("", delta.getTarget().getLines()));
        }
    }

    private static void add(List<Piece> pieces, char sign, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.sign() == sign) {
            pieces.set(pieces.size() - 1, new Piece(sign, last.text() + text));
        } else {
            pieces.add(new Piece(sign, text));
        }
    }
}
