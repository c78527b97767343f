package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.Resident;
import jp.michishirube.outside.Outside;
import jp.michishirube.plan.form.Holder;

/** One holder of facts about a resident: how to ask it, and what its answer means in the words of the plan form's links. */
interface FactSource {

    Holder holder();

    /** The facts it can give, as links of the form: what the resident is asked to agree to. */
    default Set<String> links() {
        return holder().links();
    }

    /**
     * @return empty when the holder does not know this person
     * @throws jp.michishirube.outside.OutsideFailure when it did not answer, or not usefully
     */
    Optional<Fetched> fetch(Resident resident, Outside.Patience patience);

    /**
     * @param asOf  when the values were true by the holder's word, else when they were fetched
     * @param facts keyed by {@link #links()}
     * @param home  where the person lives, {@code lat} and {@code lon} in degrees; null when the holder does not tell
     */
    record Fetched(Instant asOf, ObjectNode facts, JsonNode home) {

        /** Takes {@code asOf} from the answer: a date or a time with its offset. */
        static Fetched of(JsonNode answer, ObjectNode facts, Clock clock) {
            String text = answer.path("asOf").asText();
            try {
                Instant told = text.length() == 10 ? java.time.LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
                return new Fetched(told.isAfter(clock.instant()) ? clock.instant() : told, facts, null);
            } catch (DateTimeException e) {
                return new Fetched(clock.instant(), facts, null);
            }
        }

        Fetched withHome(JsonNode location) {
            return new Fetched(asOf, facts, location.path("lat").isNumber() && location.path("lon").isNumber() ? location : null);
        }
    }
}
