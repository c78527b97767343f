package jp.michishirube.roster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One import of one file.
 *
 * @param header   their headings; empty until read
 * @param mapping  our key → index of their column; null until agreed
 * @param total    rows with content, headings not counted
 * @param checked  rows checked so far
 * @param toApply  rows to act on after confirmation
 * @param applied  rows acted on so far
 * @param counts   rows per verdict, filled when checked
 * @param stumbled failed attempts in a row since the last progress
 */
public record Intake(
        long id, IntakeKind kind, IntakeState state, boolean fullList, String source, String fileName, String fileFormat,
        String fileEncoding, String sha256, List<String> header, long headerLine, Map<String, Integer> mapping, long total, long checked,
        long toApply, long applied, Map<String, Long> counts, boolean applyGone, Instant receivedAt, String receivedName,
        Instant checkedAt, Instant confirmedAt, String confirmedName, Instant finishedAt, int stumbled, String packageId) {

    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict.name(), 0L);
    }

    /** Rows whose value was taken in although a person should look at it. */
    public long noted() {
        return counts.getOrDefault("NOTED", 0L);
    }

    /** 0 to 100, of the work that now runs. */
    public int percent() {
        long all = state == IntakeState.CHECKING ? total : toApply;
        long done = state == IntakeState.CHECKING ? checked : applied;
        if (state == IntakeState.DONE) {
            return 100;
        }
        return all == 0 ? 0 : (int) Math.min(100, done * 100 / all);
    }

    static List<String> strings(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
