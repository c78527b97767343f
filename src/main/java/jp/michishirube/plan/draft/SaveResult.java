package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.FieldProblem;
import org.springframework.modulith.NamedInterface;

/**
 * What became of a save.
 *
 * @param version    the draft's version now, to build on next
 * @param saved      addresses that were kept
 * @param normalised values that were kept differently from how they were typed
 * @param conflicts  addresses that someone else changed meanwhile: not kept
 * @param problems   addresses whose value cannot be kept, and why
 * @param others     what others changed since the version this save built on
 * @param missing    required questions without an answer, by section, as the draft stands now
 */
@NamedInterface("draft")
public record SaveResult(
        long version, Instant savedAt, List<String> saved, Map<String, JsonNode> normalised, List<Conflict> conflicts,
        List<FieldProblem> problems, Map<String, JsonNode> others, Map<String, Integer> missing) {

    /**
     * @param theirs the value there now; null for none
     * @param by     name of who changed it
     */
    public record Conflict(String address, JsonNode theirs, String by) {}

    public boolean complete() {
        return conflicts.isEmpty() && problems.isEmpty();
    }
}
