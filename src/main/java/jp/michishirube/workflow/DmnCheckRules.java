package jp.michishirube.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.interview.SubmissionChecks.Severity;
import jp.michishirube.review.CheckRules;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Evaluates the rules of {@code forms/<code>/checks.dmn}, or of {@code processes/plan-checks.dmn} where the municipality has none.
 *
 * <p>By a decision engine of its own: the process engine would write every input, telephone numbers too, into its history.
 */
@Component
class DmnCheckRules implements CheckRules {

    static final String DECISION = "plan-checks";

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final RuleSubjects subjects;

    @Autowired
    DmnCheckRules(Folders folders, Municipality municipality) {
        this(folders.find("forms/" + municipality.code() + "/checks.dmn").orElseGet(() -> folders.get("processes/plan-checks.dmn")));
    }

    DmnCheckRules(Resource table) {
        DefaultDmnEngineConfiguration configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE);
        this.engine = PlainFeel.in(configuration).buildEngine();
        try (InputStream in = table.getInputStream()) {
            this.decision = engine.parseDecision(DECISION, in);
        } catch (IOException e) {
            throw new UncheckedIOException(table.getDescription(), e);
        }
        this.subjects = RuleSubjects.of(decision);
    }

    /** A table may name a question by what it is or by where a form has it; where it does neither, it is asked by the latter. */
    @Override
    public List<Broken> of(Observation seen) {
        Map<String, Broken> broken = new LinkedHashMap<>();
        boolean byRole = subjects.names(seen.role());
        if (byRole) {
            ask(seen, seen.role(), broken);
        }
        if (!byRole || subjects.names(seen.field())) {
            ask(seen, seen.field(), broken);
        }
        return List.copyOf(broken.values());
    }

    /** The words of its rules for what is seen. */
    Set<String> facts() {
        return subjects.facts();
    }

    /** The words of its rules for questions of the form. */
    Set<String> fields() {
        return subjects.fields();
    }

    /** @throws RuntimeException from the engine, or for a severity that is none, when an entry cannot be computed */
    void tryEveryRule() {
        for (Observation seen : subjects.samples()) {
            of(seen);
        }
    }

    private void ask(Observation seen, String field, Map<String, Broken> broken) {
        if (!subjects.mayBe(seen.fact(), field)) {
            return;
        }
        Map<String, Object> input = new HashMap<>();
        input.put("fact", seen.fact());
        input.put("field", field);
        input.put("number", seen.number());
        input.put("text", seen.text());
        engine.evaluateDecisionTable(decision, input).getResultList().forEach(row -> broken.putIfAbsent((String) row.get("rule"),
                new Broken((String) row.get("rule"), Severity.valueOf((String) row.get("severity")), (String) row.get("message"),
                        row.get("messageEn") == null ? "" : (String) row.get("messageEn"))));
    }
}
