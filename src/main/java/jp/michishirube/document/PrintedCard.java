package jp.michishirube.document;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Page one of a plan: what a neighbour acts on in the dark. Large letters, one line a question.
 *
 * @param heading what the page is for, such as 避難のしかた
 * @param reading of the person's name; empty for none
 * @param address where the person lives; empty where the reader may not see it
 * @param seal    that the city sealed it, when, and where that is checked; null on what is not sealed
 * @param map     small, below the lines; null for none
 */
public record PrintedCard(String heading, String reading, String address, List<CardLine> lines, String seal, Drawable map) {

    /**
     * @param label いつ, どこへ, だれと, どうやって, 電話
     * @param text  several lines by line breaks
     */
    public record CardLine(String label, String text) {}

    /** The same on a plan that is sealed. */
    public PrintedCard sealed(String mark) {
        return new PrintedCard(heading, reading, address, lines, mark, map);
    }

    PrintedCard reworded(UnaryOperator<String> words) {
        return new PrintedCard(words.apply(heading), reading, address,
                lines.stream().map(l -> new CardLine(words.apply(l.label()), words.apply(l.text()))).toList(), seal, map);
    }
}
