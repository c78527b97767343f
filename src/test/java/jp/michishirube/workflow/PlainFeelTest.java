package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** The short way must say what the interpreter says, for plain cells and for those that only look plain. */
class PlainFeelTest {

    private static final FeelEngine INTERPRETER = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine PLAIN = new PlainFeel(INTERPRETER);

    private static final List<String> TESTS = List.of("\"phone\"", "\"\"", "\"電話\"", "\"a\",\"phone\"", "not(\"phone\")", "3", "3.0", "-1", "> 3", ">= 3", "<3",
            "<= 3.5", "[1..3]", "not([0..125])", "3,4", "seen", "null",
            "matches(seen, \"^p.*e$\")", "not(matches(seen, \"^p.*e$\"))", "not(matches(seen,\"[0-9]\"))", "matches(other, \"x\")",
            "not(matches(seen, \"\\\\d\"))", "matches(missing, \"x\")", "\"a\",matches(seen, \"h\")");

    @Test
    void testsAgree() {
        List<Object> seen = new ArrayList<>(List.of("phone", "電話", "", "3", 3, -1, 3L, 3.5, new BigDecimal("3.50"), true));
        seen.add(null);
        for (Object value : seen) {
            VariableContext variables = Variables.createVariables().putValue("seen", value).putValue("other", "xy").asVariableContext();
            for (String test : TESTS) {
                assertThat(PLAIN.evaluateSimpleUnaryTests(test, "seen", variables)).as("%s for %s", test, value)
                        .isEqualTo(INTERPRETER.evaluateSimpleUnaryTests(test, "seen", variables));
            }
        }
    }

    @Test
    void expressionsAgree() {
        VariableContext variables = Variables.createVariables().putValue("text", "ゆっくり歩く").putValue("none", null).asVariableContext();
        for (String expression : List.of("text", "none", "\"文章。\"", "\"a\\\"b\"", "null", "true", "text + \"。\"", "missing")) {
            assertThat((Object) PLAIN.evaluateSimpleExpression(expression, variables)).as(expression)
                    .isEqualTo(INTERPRETER.evaluateSimpleExpression(expression, variables));
        }
    }
}
