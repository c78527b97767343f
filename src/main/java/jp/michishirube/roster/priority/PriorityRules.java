package jp.michishirube.roster.priority;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * The municipality's rule who needs a plan, and who first: decision tables in {@code forms/<code>/priority.dmn}, else
 * {@code processes/priority.dmn}. Implemented by the room that knows the decision engine.
 */
@NamedInterface("priority")
public interface PriorityRules {

    /** @param facts what the tables may ask, see {@link PriorityFacts} */
    Priority of(Map<String, Object> facts);

    /** Another one as soon as a table has changed. */
    String version();
}
