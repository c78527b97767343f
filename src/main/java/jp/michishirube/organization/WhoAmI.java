package jp.michishirube.organization;

import java.util.Optional;

/** Who is asking in this request. The answer comes from the sign-in session or from the API token. */
public interface WhoAmI {

    /** The process itself, in background steps. */
    Person THE_PROCESS = new Person("michishirube", "道しるべ", java.util.Set.of(), null, true);

    Optional<Person> person();

    /** @return the person, or {@link #THE_PROCESS} where no request stands behind the act (jobs, timers). */
    default Person orProcess() {
        return person().orElse(THE_PROCESS);
    }

    /** @throws IllegalStateException outside a signed-in request, which the security filter rules out for pages and API */
    default Person me() {
        return person().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
