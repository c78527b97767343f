package jp.michishirube.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.michishirube.review.CheckRules.Observation;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;

/**
 * What the rules of a table can look at at all, read from those entries that are plain words. Most of what is seen in a plan no rule
 * asks for, and asking the table costs a millisecond.
 */
final class RuleSubjects {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*");

    /** @param facts and fields that the rule names; null for any, or for an entry that only the engine can read */
    private record Subject(Set<String> facts, Set<String> fields) {

        boolean mayBe(String fact, String field) {
            return (facts == null || facts.contains(fact)) && (fields == null || fields.contains(field));
        }
    }

    private final List<Subject> all;

    private RuleSubjects(List<Subject> all) {
        this.all = all;
    }

    static RuleSubjects of(DmnDecision decision) {
        DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        int fact = column(table, "fact");
        int field = column(table, "field");
        return new RuleSubjects(table.getRules().stream().map(r -> new Subject(words(r, fact), words(r, field))).toList());
    }

    boolean mayBe(String fact, String field) {
        return all.stream().anyMatch(s -> s.mayBe(fact, field));
    }

    /** Whether a rule asks for that field in plain words. */
    boolean names(String field) {
        return all.stream().anyMatch(s -> s.fields() != null && s.fields().contains(field));
    }

    Set<String> facts() {
        return all.stream().filter(s -> s.facts() != null).flatMap(s -> s.facts().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> fields() {
        return all.stream().filter(s -> s.fields() != null).flatMap(s -> s.fields().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Values that reach the entries behind fact and field of each rule. */
    List<Observation> samples() {
        List<Observation> samples = new ArrayList<>();
        for (Subject rule : all) {
            String fact = rule.facts() == null ? "rows" : rule.facts().iterator().next();
            String field = rule.fields() == null ? "/" : rule.fields().iterator().next();
            for (Number number : Arrays.asList(null, -1, 0, 1, 1_000_000)) {
                samples.add(new Observation(fact, "", field, number, number == null ? "" : number.toString()));
            }
        }
        return samples;
    }

    private static int column(DmnDecisionTableImpl table, String input) {
        for (int i = 0; i < table.getInputs().size(); i++) {
            if (input.equals(table.getInputs().get(i).getExpression().getExpression())) {
                return i;
            }
        }
        return -1;
    }

    private static Set<String> words(DmnDecisionTableRuleImpl rule, int column) {
        String entry = column < 0 ? null : rule.getConditions().get(column).getExpression();
        return entry == null || !WORDS.matcher(entry).matches() ? null
                : WORD.matcher(entry).results().map((MatchResult m) -> m.group(1)).collect(Collectors.toSet());
    }
}
