package jp.michishirube.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.roster.priority.Priority;
import jp.michishirube.roster.priority.PriorityRules;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * The municipality's decision table of priority. Evaluated by a decision engine of its own, without the process engine's history: a
 * roster asks 100,000 times, and the answer with its reasons is kept with the entry.
 */
@Component
class DmnPriorityRules implements PriorityRules {

    private static final int REMEMBERED = 20_000;

    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision decision;
    private final String version;
    /** Rosters repeat themselves: most people share their facts with others. */
    private final Map<Map<String, Object>, Priority> remembered = new ConcurrentHashMap<>();

    @Autowired
    DmnPriorityRules(Folders folders, Municipality municipality) {
        this(folders.find("forms/" + municipality.code() + "/priority.dmn").orElseGet(() -> folders.get("processes/priority.dmn")));
    }

    DmnPriorityRules(Resource table) {
        try (InputStream in = table.getInputStream()) {
            byte[] bytes = in.readAllBytes();
            decision = engine.parseDecision("priority", new ByteArrayInputStream(bytes));
            version = DigestUtils.md5DigestAsHex(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the columns of the table ask, as they are written. */
    List<String> asks() {
        return decision.getDecisionLogic() instanceof DmnDecisionTableImpl table
                ? table.getInputs().stream().map(i -> i.getExpression().getExpression()).filter(Objects::nonNull).map(String::strip).toList() : List.of();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Priority of(Map<String, Object> facts) {
        Priority known = remembered.get(facts);
        if (known != null) {
            return known;
        }
        Priority priority = evaluate(facts);
        if (remembered.size() < REMEMBERED) {
            // some facts are null, which the copies of the collections refuse
            remembered.put(Collections.unmodifiableMap(new HashMap<>(facts)), priority);
        }
        return priority;
    }

    private Priority evaluate(Map<String, Object> facts) {
        DmnDecisionResult result = engine.evaluateDecision(decision, facts);
        int rank = Priority.NONE.rank();
        boolean eligible = true;
        List<String> reasons = new ArrayList<>();
        for (DmnDecisionResultEntries rule : result) {
            rank = Math.min(rank, ((Number) Objects.requireNonNullElse(rule.get("rank"), 9)).intValue());
            eligible &= !Boolean.FALSE.equals(rule.get("eligible"));
            if (rule.get("reason") != null) {
                reasons.add(rule.get("reason").toString());
            }
        }
        return new Priority(rank, eligible, reasons);
    }
}
