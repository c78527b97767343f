package jp.michishirube.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.start.StartRules;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The municipality's decision table of what starts an event, by a decision engine of its own: what it answered stands with the proposal. */
@Component
class DmnStartRules implements StartRules {

    static final String FILE = "disaster-start.dmn";

    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision decision;
    /** There are some hundred facts at most, and a table does not change while the product runs. */
    private final Map<Facts, Decision> answered = new ConcurrentHashMap<>();

    @Autowired
    DmnStartRules(Folders folders, Municipality municipality) {
        this(folders.find("forms/" + municipality.code() + "/" + FILE).orElseGet(() -> folders.get("processes/" + FILE)));
    }

    DmnStartRules(Resource table) {
        try (InputStream in = table.getInputStream()) {
            decision = engine.parseDecision("disaster-start", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the columns of the table ask, as they are written. */
    List<String> asks() {
        return decision.getDecisionLogic() instanceof DmnDecisionTableImpl table
                ? table.getInputs().stream().map(i -> i.getExpression().getExpression()).filter(Objects::nonNull).map(String::strip).toList() : List.of();
    }

    /** @throws IllegalStateException where no rule, or more than one, fits, or its answer is none of ours: whoever asked takes that for the gravest */
    @Override
    public Decision of(Facts facts) {
        return answered.computeIfAbsent(facts, this::evaluate);
    }

    private Decision evaluate(Facts facts) {
        DmnDecisionResult result = engine.evaluateDecision(decision, facts.asMap());
        if (result.size() != 1) {
            throw new IllegalStateException("no rule of " + FILE + " decides");
        }
        String reason = Objects.toString(result.getSingleResult().get("reason"), "");
        return new Decision(named(Action.values(), result.getSingleResult().get("action")), named(Hazard.values(), result.getSingleResult().get("hazard")), reason);
    }

    private static <T extends Enum<T>> T named(T[] values, Object name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElseThrow(() -> new IllegalStateException(FILE + " answers " + name));
    }
}
