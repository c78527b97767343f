package jp.michishirube.consent.rule;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Data items of a notice and the fields they cover. An item is a section of the plan form ({@code medical}), a field of it
 * ({@code resident.name}) or a holder's data ({@code carecircle}); fields are asked as JSON pointers ({@code /resident/name}) or
 * link names ({@code cityos.name}).
 */
final class Items {

    /** The supporters that a plan names, by the word of this room: a form may call them otherwise. */
    static final String SUPPORTERS = "supporters";
    /** Every field of the plan, but no holder's data. */
    private static final String WHOLE_PLAN = "plan";

    private Items() {}

    static Set<String> covered(Set<String> items, Set<String> fields) {
        Set<String> covered = new TreeSet<>();
        fields.stream().filter(f -> items.stream().anyMatch(i -> covers(i, f))).forEach(covered::add);
        return covered;
    }

    private static boolean covers(String item, String field) {
        if (item.equals(WHOLE_PLAN)) {
            return field.startsWith("/");
        }
        String path = path(field);
        return path.equals(item) || path.startsWith(item + ".");
    }

    private static String path(String field) {
        return field.startsWith("/") ? field.substring(1).replace('/', '.') : field;
    }

    static boolean namesSupporters(String field) {
        return path(field).equals(SUPPORTERS) || path(field).startsWith(SUPPORTERS + ".");
    }

    /** The supporter whom the field names, by {@link SupporterKey}; empty when it names none, or all of them at once. */
    static Optional<String> supporterKey(String field) {
        String[] parts = path(field).split("\\.", 3);
        return parts[0].equals(SUPPORTERS) && parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    }
}
