package jp.michishirube.consent;

import java.util.Set;

/**
 * The answer to {@link MayQuestion}.
 *
 * @param allowed  whether anything may be given
 * @param fields   those of the asked fields that may be given; empty when not allowed. Give these and no others
 * @param ground   the ground, or the reason of the refusal
 * @param recordId the consent record, or the declaration where the ground is {@link Ground#DECLARED_DISASTER}; else null
 */
public record Answer(boolean allowed, Set<String> fields, Ground ground, Long recordId) {

    public Answer {
        fields = Set.copyOf(fields);
        if (allowed != ground.allows() || allowed == fields.isEmpty()) {
            throw new IllegalArgumentException("an answer and its ground must agree");
        }
    }

    static Answer yes(Set<String> fields, Ground ground, Long recordId) {
        return new Answer(true, fields, ground, recordId);
    }

    static Answer no(Ground reason) {
        return new Answer(false, Set.of(), reason, null);
    }
}
