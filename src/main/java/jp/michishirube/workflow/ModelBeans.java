package jp.michishirube.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.municipality.Folders;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;

/**
 * The beans that the models of {@code processes/} call by name, and no others: a model that came in by another way reaches nothing
 * else of the product. A name counts only where the bean is a public class of this room, so that a model in a municipality's own folder
 * cannot call a repository or the engine either.
 */
final class ModelBeans {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("\\b([a-z][A-Za-z0-9]*)\\.[a-zA-Z]");

    private final ApplicationContext context;
    private final Set<String> names;

    ModelBeans(ApplicationContext context, Folders folders) {
        this.context = context;
        this.names = folders.list("processes", ".bpmn").values().stream().flatMap(ModelBeans::called).filter(this::isOurs)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> names() {
        return names;
    }

    /** @return null for any other name: it is then unknown to the expression, as if there were no such bean */
    Object get(Object name) {
        return name instanceof String text && names.contains(text) ? context.getBean(text) : null;
    }

    boolean holds(Object bean) {
        return names.stream().anyMatch(name -> context.getBean(name) == bean);
    }

    private boolean isOurs(String name) {
        Class<?> type = context.containsBean(name) ? context.getType(name) : null;
        return type != null && type.getPackage().equals(ModelBeans.class.getPackage());
    }

    private static Stream<String> called(Resource model) {
        try {
            return EXPRESSION.matcher(model.getContentAsString(StandardCharsets.UTF_8)).results()
                    .flatMap(e -> CALL.matcher(e.group(1)).results()).map(c -> c.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(model.getDescription(), e);
        }
    }
}
