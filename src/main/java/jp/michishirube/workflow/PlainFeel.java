package jp.michishirube.workflow;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * Answers by itself what most cells of a decision table hold: a name, a text, a number or a comparison with one, a pattern. Camunda's interpreter
 * parses every cell anew and builds all its functions each time; checking one plan took it a third of the time of the plan's whole
 * life. Whatever is not that plain goes to it as before.
 */
final class PlainFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern NUMBER = Pattern.compile("(<=|>=|<|>|)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

    private static final Pattern MATCHES = Pattern.compile("(not\\()?matches\\(([A-Za-z_][A-Za-z0-9_]*), ?\"([^\"\\\\]*)\"\\)(\\)?)");

    private final FeelEngine interpreter;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    PlainFeel(FeelEngine interpreter) {
        this.interpreter = interpreter;
    }

    static DefaultDmnEngineConfiguration in(DefaultDmnEngineConfiguration configuration) {
        return configuration.feelEngineFactory(() -> new PlainFeel(new ScalaFeelEngineFactory().createInstance()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Matcher text = TEXT.matcher(expression);
        if (text.matches()) {
            return (T) text.group(1);
        }
        if (NAME.matcher(expression).matches() && variables.containsVariable(expression)) {
            Object value = variables.resolve(expression).getValue();
            if (value == null || value instanceof String || value instanceof Number) {
                return (T) value;
            }
        }
        return interpreter.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        Object value = variables.resolve(input) == null ? null : variables.resolve(input).getValue();
        if (value instanceof String seen) {
            Matcher text = TEXT.matcher(tests);
            if (text.matches()) {
                return seen.equals(text.group(1));
            }
        }
        Matcher matches = MATCHES.matcher(tests);
        if (value instanceof String && matches.matches() && (matches.group(1) == null) == matches.group(4).isEmpty()
                && variables.containsVariable(matches.group(2)) && variables.resolve(matches.group(2)).getValue() instanceof String text) {
            boolean found = patterns.computeIfAbsent(matches.group(3), Pattern::compile).matcher(text).find();
            return found == (matches.group(1) == null);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof BigDecimal) {
            Matcher number = NUMBER.matcher(tests);
            if (number.matches()) {
                return holds(number.group(1), new BigDecimal(value.toString()).compareTo(new BigDecimal(number.group(2))));
            }
        }
        return interpreter.evaluateSimpleUnaryTests(tests, input, variables);
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }
}
