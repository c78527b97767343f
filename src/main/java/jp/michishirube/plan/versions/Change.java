package jp.michishirube.plan.versions;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * One field that differs between two versions.
 *
 * @param pointer address of the answer, or of the row ({@code /supporters/k3f9}) that came or went whole
 * @param label   section › field, in Japanese
 * @param before  as people read it; empty for {@link Kind#ADDED}
 * @param after   as people read it; empty for {@link Kind#REMOVED}
 * @param words   the pieces of the text, kept, removed and added, in reading order
 */
@NamedInterface("versions")
public record Change(String pointer, String label, Kind kind, String before, String after, List<Piece> words) {

    public enum Kind { ADDED, REMOVED, CHANGED }

    /** A run of text that stayed ({@code ' '}), went ({@code '-'}) or came ({@code '+'}). */
    public record Piece(char sign, String text) {}
}
