package jp.michishirube.roster.priority;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** A person of whom a roster says nothing but the birth date: what a decision table of priority is tried with before it is used. */
@NamedInterface("priority")
public final class SamplePerson {

    private SamplePerson() {}

    /** Every fact a table may ask about, as {@link PriorityRules#of} receives them. */
    public static Map<String, Object> facts() {
        return PriorityFacts.of(Map.of("birthDate", "1941-05-03"), LocalDate.of(2026, 11, 1), address -> Optional.of(""));
    }
}
