package jp.michishirube.plan.form;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Whether an address lies at or below one that is open. */
public final class OpenFields {

    private OpenFields() {}

    public static boolean covers(Collection<String> open, String address) {
        StringBuilder above = new StringBuilder();
        return open.contains("") || Answers.parts(address).stream().anyMatch(part -> open.contains(above.append('/').append(part).toString()));
    }

    public static boolean isOpen(Optional<Set<String>> open, String address) {
        return open.isEmpty() || covers(open.get(), address);
    }
}
