package jp.michishirube.consent.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/**
 * The answer to {@link MayQuestion}.
 *
 * @param allowed  whether anything may be given
 * @param fields   those of the asked fields that may be given; empty when not allowed. Give these and no others
 * @param ground   the ground, or the reason of the refusal
 * @param beyond   those of {@code fields} that stand on a declared disaster and not on {@code ground}; null where none is declared
 * @param recordId the consent record, or the declaration where the ground is {@link Ground#DECLARED_DISASTER}; else null
 */
@NamedInterface("rule")
public record Answer(boolean allowed, Set<String> fields, Ground ground, Long recordId, Beyond beyond) {

    /**
     * What a declared disaster adds to what the person's own consent, or the ordinance, lets be given.
     *
     * @param fields empty when the ordinary ground covers all that is needed
     */
    public record Beyond(Set<String> fields, long declaration) {

        public Beyond {
            fields = Set.copyOf(fields);
        }
    }

    public Answer(boolean allowed, Set<String> fields, Ground ground, Long recordId) {
        this(allowed, fields, ground, recordId, null);
    }

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

    /** The same question answered no: another room may withhold what it was told it may give, and never give more. */
    public Answer refused() {
        return no(Ground.REFUSED);
    }

    /** Whether this holds in a declared disaster, on whatever ground. */
    public boolean inDisaster() {
        return ground == Ground.DECLARED_DISASTER || beyond != null;
    }

    /** Without what a declared disaster adds: what may lie with a recipient for longer. */
    public Answer own() {
        return beyond == null ? this : new Answer(allowed, without(beyond.fields()), ground, recordId);
    }

    /** One answer for each ground that something in it stands on. */
    public List<Answer> parts() {
        return beyond == null || beyond.fields().isEmpty() ? List.of(own())
                : List.of(own(), yes(beyond.fields(), Ground.DECLARED_DISASTER, beyond.declaration()));
    }

    private Set<String> without(Set<String> taken) {
        return fields.stream().filter(f -> !taken.contains(f)).collect(Collectors.toSet());
    }
}
