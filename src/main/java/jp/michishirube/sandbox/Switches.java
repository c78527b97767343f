package jp.michishirube.sandbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How each outside service behaves at the moment; a person turns these on the sandbox's page, a test by code. */
@Component
class Switches {

    enum Service {
        CITYOS("/cityos/"), GATEWAY("/gateway/"), DISASTER_APP("/disaster-app/"), CARE_CIRCLE("/care-circle/"), LINE("/v2/bot/"), TELEPHONE("/telephone/"), WEATHER("/jma/"),
        /** Spoken to by SMTP, not under a path. */
        MAIL(null);

        private final String path;

        Service(String path) {
            this.path = path;
        }

        static Optional<Service> ofPath(String path) {
            return Arrays.stream(values()).filter(s -> s.path != null && path.startsWith(s.path)).findFirst();
        }
    }

    enum Mode {
        NORMAL,
        /** Answers rightly, but later than a caller should wait. */
        SLOW,
        /** Fails two calls of three with an error of its own. */
        FAILING,
        /** Answers 200 with something that is not what was asked for. */
        NONSENSE,
        /** Refuses every call. */
        DOWN
    }

    private final Map<Service, Mode> modes = new EnumMap<>(Service.class);
    private final Map<Service, AtomicInteger> calls = new EnumMap<>(Service.class);
    final long slowMillis;

    Switches(Settings settings) {
        this.slowMillis = settings.slowMillis;
        for (Service service : Service.values()) {
            modes.put(service, Mode.NORMAL);
            calls.put(service, new AtomicInteger());
        }
    }

    synchronized Mode of(Service service) {
        return modes.get(service);
    }

    synchronized void turn(Service service, Mode mode) {
        modes.put(service, mode);
        calls.get(service).set(0);
    }

    /** Running number of this call since the switch was turned, from 1. */
    int count(Service service) {
        return calls.get(service).incrementAndGet();
    }
}
