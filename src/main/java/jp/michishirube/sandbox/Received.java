package jp.michishirube.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the outside parties received since the sandbox started, newest first. */
@Component
class Received {

    enum Kind { PLAN, PLAN_AGAIN, RECALL, CONSENT_SENT, CONSENT_NOT_SENT }

    /** @param pdf id of the plan's PDF, or null */
    record Line(Instant at, Kind kind, String what, String key, String pdf) {}

    private static final int KEPT = 500;

    private final List<Line> lines = new ArrayList<>();

    synchronized void add(Kind kind, String what, String key, String pdf) {
        lines.add(0, new Line(Instant.now(), kind, what, key, pdf));
        if (lines.size() > KEPT) {
            lines.remove(KEPT);
        }
    }

    synchronized List<Line> all() {
        return Collections.unmodifiableList(new ArrayList<>(lines));
    }

    synchronized Optional<Line> latest(Kind kind) {
        return lines.stream().filter(l -> l.kind() == kind).findFirst();
    }
}
