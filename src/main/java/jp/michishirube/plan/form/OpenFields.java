package jp.michishirube.plan.form;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Whether an address lies at or below one that is open. */
public final class OpenFields {

    private OpenFields() {}

    public static boolean covers(Collection<String> open, String address) {
        if (open.contains("") || open.contains(address)) {
            return true;
        }
        for (int at = address.lastIndexOf('/'); at > 0; at = address.lastIndexOf('/', at - 1)) {
            if (open.contains(address.substring(0, at))) {
                return true;
            }
        }
        return false;
    }

    public static boolean isOpen(Optional<Set<String>> open, String address) {
        return open.isEmpty() || covers(open.get(), address);
    }
}
