package jp.michishirube.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Calls to outside services. Each call is tried several times; each try has a time-out, so that a call ends within half a minute. */
public interface Outside {

    /** How a call meets a service that kept failing. */
    enum Patience {
        /** Background work: a service that kept failing is left alone for a while. */
        CAREFUL,
        /** A person pressed "try again": the call is made in any case. */
        INSIST
    }

    /**
     * @param path     below the service's address, with {@code {}} places for the variables
     * @return the JSON that was answered; empty when the service does not know what was asked for (404)
     * @throws OutsideFailure when no try gave a usable answer
     */
    Optional<JsonNode> get(OutsideService service, Patience patience, String path, Object... variables);

    /**
     * Asks with a JSON document, for a search by what must not stand in an address line: those are kept in the logs of every machine between.
     * It changes nothing there, so it may be tried again.
     *
     * @throws OutsideFailure when no try gave a usable answer; also when there is no such search (404)
     */
    JsonNode post(OutsideService service, Patience patience, JsonNode body, String path, Object... variables);

    /** Puts a JSON document. The receiver must take the same twice without harm: a try may have arrived though no answer came. */
    JsonNode put(OutsideService service, Patience patience, JsonNode body, String path, Object... variables);

    /** Takes back what was put. @return the receiver's confirmation; empty when it holds no such thing (404) */
    Optional<JsonNode> delete(OutsideService service, Patience patience, String path, Object... variables);
}
