package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import jp.michishirube.plan.kept.Answered;
import org.springframework.modulith.NamedInterface;

/**
 * One version of a plan as it was handed in; never changed afterwards, but for the city's own section, which the city fills until it decides.
 *
 * @param version     1, 2, … within the case
 * @param provenance  by address: {@code {"kind": "typed"|"linked"|"edited", "holder", "asOf", "consentRecordId", "original", "by"}}
 * @param by          id of the person who handed it in
 * @param formVersion version of the form it answers
 */
@NamedInterface("versions")
public record Submission(
        int version, ObjectNode answers, JsonNode provenance, Instant at, String by, String formVersion) implements Answered {}
