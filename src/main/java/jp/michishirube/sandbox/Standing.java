package jp.michishirube.sandbox;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the provider's administrator has changed of a person since the start: roles taken away, the account shut. */
@Component
class Standing {

    enum Change {
        WITHOUT_ROLES,
        SHUT
    }

    private final Map<String, Set<Change>> bySubject = new ConcurrentHashMap<>();

    boolean is(String subject, Change change) {
        return bySubject.getOrDefault(subject, Set.of()).contains(change);
    }

    void set(String subject, Change change, boolean on) {
        bySubject.compute(subject, (s, before) -> {
            Set<Change> now = before == null ? EnumSet.noneOf(Change.class) : EnumSet.copyOf(before);
            if (on) {
                now.add(change);
            } else {
                now.remove(change);
            }
            return now;
        });
    }
}
