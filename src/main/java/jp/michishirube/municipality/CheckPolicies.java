package jp.michishirube.municipality;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Reads each section of {@code municipality.yaml} into the records of the rooms that use it, and names every value they cannot take. */
public final class CheckPolicies {

    private static final Set<String> HEAD = Set.of("code", "name", "nameEn");

    private final Map<String, Set<Class<?>>> readers = new TreeMap<>();
    private final Set<String> found = new LinkedHashSet<>();

    public CheckPolicies() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(PolicySection.class));
        scan.findCandidateComponents("jp.michishirube").forEach(c -> {
            Class<?> type = ClassUtils.resolveClassName(c.getBeanClassName(), null);
            readers.computeIfAbsent(type.getAnnotation(PolicySection.class).value(), s -> new LinkedHashSet<>()).add(type);
        });
    }

    /** @return each mistake as pointer and reason */
    public List<String> mistakes(JsonNode yaml) {
        found.clear();
        yaml.properties().stream().filter(e -> !HEAD.contains(e.getKey())).forEach(e -> section(e.getKey(), e.getValue()));
        return new ArrayList<>(found);
    }

    private void section(String name, JsonNode section) {
        Set<Class<?>> types = readers.get(name);
        if (types == null) {
            found.add("/" + name + ": is no section; known are " + readers.keySet());
            return;
        }
        if (!section.isObject()) {
            found.add("/" + name + ": is a section, with a setting a line");
            return;
        }
        Set<String> known = new TreeSet<>();
        types.forEach(t -> Arrays.stream(t.getRecordComponents()).forEach(c -> known.add(c.getName())));
        section.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                found.add("/" + name + "/" + key + ": is no setting; known are " + known);
            }
        });
        types.forEach(t -> read(name, section, t));
    }

    private void read(String name, JsonNode section, Class<?> type) {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules().addHandler(new Named(name));
        try {
            mapper.treeToValue(section, type);
        } catch (JsonProcessingException e) {
            found.add("/" + name + ": " + e.getOriginalMessage());
        }
    }

    /** Notes what a record cannot take and reads on, so that all mistakes are seen at once. */
    private final class Named extends DeserializationProblemHandler {

        private final String section;

        Named(String section) {
            this.section = section;
        }

        private void say(JsonParser at, String reason) {
            found.add("/" + section + at.getParsingContext().pathAsPointer() + ": " + reason);
        }

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser at, JsonDeserializer<?> reader, Object bean, String property)
                throws IOException {
            if (!at.getParsingContext().getParent().inRoot()) {
                say(at, "is no setting; known are " + reader.getKnownPropertyNames());
            }
            at.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(DeserializationContext context, Class<?> wanted, String value, String why) {
            say(context.getParser(), "\"" + value + "\" is " + wanted(wanted));
            return null;
        }

        @Override
        public Object handleWeirdNumberValue(DeserializationContext context, Class<?> wanted, Number value, String why) {
            say(context.getParser(), value + " is " + wanted(wanted));
            return null;
        }

        @Override
        public Object handleWeirdKey(DeserializationContext context, Class<?> wanted, String key, String why) {
            found.add("/" + section + context.getParser().getParsingContext().pathAsPointer() + ": \"" + key + "\" is " + wanted(wanted));
            return null;
        }

        private String wanted(Class<?> type) {
            return type.isEnum() ? "none of " + Arrays.toString(type.getEnumConstants())
                    : type == boolean.class || type == Boolean.class ? "neither true nor false" : "no " + type.getSimpleName();
        }
    }
}
