package jp.michishirube.roster.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.mapping.Changes;
import jp.michishirube.roster.mapping.Mapping;

/**
 * One import of one file.
 *
 * @param header   their headings; empty until read
 * @param headerLine line of the last row of the headings
 * @param mapping  how their columns are read, proposed or agreed on; null only for imports that never got so far
 * @param total    rows with content, headings not counted
 * @param checked  rows checked so far
 * @param toApply  rows to act on after confirmation
 * @param applied  rows acted on so far
 * @param counts   rows per verdict, filled when checked
 * @param agreed   what the columns are used for is settled
 * @param changes  what is written otherwise than in the file, see {@link Changes#all}
 * @param stumbled failed attempts in a row since the last progress
 */
public record Intake(
        long id, IntakeKind kind, IntakeState state, boolean fullList, String source, String fileName, String fileFormat,
        String fileEncoding, String sha256, int sheet, List<String> header, long headerLine, int headerRows, Mapping mapping, long total, long checked,
        long toApply, long applied, Map<String, Long> counts, boolean applyGone, Instant receivedAt, String receivedName,
        Instant checkedAt, Instant confirmedAt, String confirmedName, Instant finishedAt, int stumbled, String packageId,
        Map<String, Changes.Change> changes, boolean agreed) {

    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict.name(), 0L);
    }

    /** Rows whose value was taken in although a person should look at it. */
    public long noted() {
        return counts.getOrDefault("NOTED", 0L);
    }

    /** A text file, whose rows have a cell for each heading. */
    public boolean isDelimited() {
        return !fileFormat.equals("XLSX");
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
