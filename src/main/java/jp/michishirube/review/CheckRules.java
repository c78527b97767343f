package jp.michishirube.review;

import java.util.List;
import jp.michishirube.plan.interview.SubmissionChecks.Severity;

/** The municipality's rules for plans, kept as a decision table; the workflow room evaluates it. */
public interface CheckRules {

    /** Everything that is seen in a plan, as {@link Observation#fact()}. */
    List<String> FACTS = List.of("age", "ageGap", "choice", "date", "designated", "number", "phone", "rosterBirthDate", "rows", "timeline");

    /** @return the rules that the observation breaks, none when all is well */
    List<Broken> of(Observation observation);

    /**
     * Something seen in a plan that a rule may look at.
     *
     * @param fact   what is seen: {@code rows}, {@code phone}, {@code number}, {@code age}, {@code designated}, {@code filled} …
     * @param role   what the question is to the house, whatever the form calls it, such as {@code supporters.phone}; empty for nothing
     * @param field  address in the form's definition, rows as {@code *}: {@code /supporters/*&#47;phone}
     * @param number the value as a number; null when it is none
     * @param text   the value as text; null when it is none
     */
    record Observation(String fact, String role, String field, Number number, String text) {}

    /**
     * @param rule      stable name
     * @param message   the sentence in Japanese, as the table has it
     * @param messageEn the same in English; may be empty
     */
    record Broken(String rule, Severity severity, String message, String messageEn) {}
}
