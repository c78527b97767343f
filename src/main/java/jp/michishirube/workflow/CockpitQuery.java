package jp.michishirube.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import jp.michishirube.door.PlainText;
import jp.michishirube.door.StrictJson;
import jp.michishirube.problem.Problem;

/** What Cockpit asks, in an address or as JSON: bounded and strict, before the engine's own readers see it. */
final class CockpitQuery {

    /** Cockpit sends the ids of a page's hundred instances at the most. */
    static final int LARGEST = 64 << 10;
    private static final int LONGEST_PARAMETER = 4_000;

    private CockpitQuery() {}

    /** @throws Problem for a body that is too large, no strict JSON, or no object */
    static byte[] read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw Problem.tooLarge("body-too-large");
        }
        StrictJson.check(body, Set.of());
        return body;
    }

    static boolean isStrict(byte[] body) {
        try {
            StrictJson.check(body, Set.of());
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    /** @throws Problem for a parameter that is no text, or longer than any that Cockpit sends */
    static void check(Map<String, String[]> parameters) {
        parameters.forEach((name, values) -> {
            check(name);
            for (String value : values) {
                check(value);
            }
        });
    }

    private static void check(String text) {
        if (text.length() > LONGEST_PARAMETER) {
            throw Problem.tooLarge("text-too-long", LONGEST_PARAMETER);
        }
        if (!PlainText.is(text)) {
            throw Problem.badRequest("characters-not-text");
        }
    }
}
