package jp.michishirube.organization;

import java.util.Arrays;
import java.util.Optional;
import jp.michishirube.problem.Problem;

/** Who is asking in this request. The answer comes from the sign-in session or from the API token. */
public interface WhoAmI {

    /** The process itself, in background steps. */
    Person THE_PROCESS = new Person("michishirube", "道しるべ", java.util.Set.of(), null, true);

    Optional<Person> person();

    /** @return the person, or {@link #THE_PROCESS} where no request stands behind the act (jobs, timers). */
    default Person orProcess() {
        return person().orElse(THE_PROCESS);
    }

    /**
     * Who does an act that only a person can do: a decision, an answer, a signature, a message. The timeline names who did it, and a
     * system is nobody to ask about it afterwards.
     *
     * @param any roles of which the person must have one; none where what is acted on decides by itself
     * @throws Problem {@code person-needed} (403) for a system's token, {@code not-allowed} (403) without the role
     */
    default Person acting(Role... any) {
        Person me = me();
        if (me.system()) {
            throw Problem.forbidden("person-needed");
        }
        return withOneOf(me, any);
    }

    /** The same where a system with the scope may, too: it hands over data and decides nothing. */
    default Person handingOver(Role... any) {
        Person me = me();
        return me.system() ? me : withOneOf(me, any);
    }

    /** Who reads: a system by its scope, a person only with a role whose pages show the same. */
    default Person reading(Role... any) {
        return handingOver(any);
    }

    private static Person withOneOf(Person me, Role... any) {
        if (any.length > 0 && Arrays.stream(any).noneMatch(me::has)) {
            throw Problem.forbidden("not-allowed");
        }
        return me;
    }

    /** @throws IllegalStateException outside a signed-in request, which the security filter rules out for pages and API */
    default Person me() {
        return person().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
