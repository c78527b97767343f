package jp.michishirube.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.SubmissionChecks.Severity;
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

    @Override
    public List<Broken> of(Observation seen) {
        if (!subjects.mayBe(seen)) {
            return List.of();
        }
        Map<String, Object> input = new HashMap<>();
        input.put("fact", seen.fact());
        input.put("field", seen.field());
        input.put("number", seen.number());
        input.put("text", seen.text());
        return engine.evaluateDecisionTable(decision, input).getResultList().stream()
                .map(row -> new Broken((String) row.get("rule"), Severity.valueOf((String) row.get("severity")), (String) row.get("message"),
                        row.get("messageEn") == null ? "" : (String) row.get("messageEn")))
                .toList();
    }
}
