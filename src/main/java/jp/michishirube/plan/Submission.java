package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One version of a plan as it was handed in; never changed afterwards.
 *
 * @param version     1, 2, … within the case
 * @param provenance  by address: {@code {"kind": "typed"|"linked"|"edited", "holder", "asOf", "consentRecordId", "original", "by"}}
 * @param by          id of the person who handed it in
 * @param formVersion version of the form it answers
 */
public record Submission(
        int version, ObjectNode answers, JsonNode provenance, Instant at, String by, String formVersion) implements Answered {}
