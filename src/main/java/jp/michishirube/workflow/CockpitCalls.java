package jp.michishirube.workflow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process admin may ask of Cockpit and its REST interface: look, retry a job, suspend and activate jobs and instances. Whatever
 * is not named here is refused, also what a later version brings. The list was found by using each of Cockpit's pages in a browser.
 */
final class CockpitCalls {

    /** Nothing that could be read in two ways: no escapes, parameters, doubled slashes or dots as a segment. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_:-][A-Za-z0-9_.:-]*)+/?");
    private static final String ID = "([A-Za-z0-9_.:-]+)";

    private final Pattern profile;
    private final List<Pattern> reads;
    private final List<Pattern> queries;
    private final List<Act> acts;

    private record Act(String word, Pattern path) {

        CockpitCall of(String asked) {
            Matcher found = path.matcher(asked);
            return found.matches() ? new CockpitCall(CockpitCall.Kind.ACT, word, found.group(1)) : null;
        }
    }

    /** @param engine name of the product's engine, the only one that is answered for */
    CockpitCalls(String engine) {
        String rest = "/camunda/api/engine/engine/" + Pattern.quote(engine);
        String own = "/camunda/api/cockpit/plugin/base/" + Pattern.quote(engine);
        // A subject may be of any shape; a slash it has is sent escaped twice and stays unknown.
        this.profile = Pattern.compile(rest + "/user/(?:[A-Za-z0-9_.:@|~-]|%(?:40|7C|3A|2B|3D))+/profile");
        this.reads = patterns(
                "/camunda/?", "/camunda/app/cockpit/?", "/camunda/app/cockpit/" + Pattern.quote(engine) + "/?", "/camunda/favicon\\.ico",
                "/camunda/app/cockpit/(?:camunda-cockpit-bootstrap\\.(?:js|css)|scripts/[a-z-]+\\.js|styles/user-styles\\.css|locales/[a-z]{2}\\.json)",
                "/camunda/(?:lib|assets)/.+",
                "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin\\.(?:js|css)", own + "/.+",
                "/camunda/api/admin/auth/user/" + Pattern.quote(engine),
                "/camunda/api/engine/engine/?", rest + "/version", rest + "/authorization/check",
                rest + "/(?:incident|job|job-definition|deployment|batch|variable-instance|external-task|event-subscription)(?:/.+|/)?",
                rest + "/process-definition(?:/count|/statistics|/statistics/count|(?:/key)?/" + ID + "(?:/xml|/diagram|/statistics)?)?/?",
                rest + "/process-instance(?:/count|/" + ID + "(?:/activity-instances|/variables)?)?/?",
                rest + "/(?:decision-definition|decision-requirements-definition|case-definition)(?:/count|/statistics|(?:/key)?/" + ID
                        + "(?:/xml|/diagram|/statistics)?)?/?",
                rest + "/task(?:/count|/report/candidate-group-count|/" + ID + "(?:/identity-links)?)?/?",
                // The engine's people are the process admins themselves; the page of batches asks who began one.
                rest + "/user",
                rest + "/execution/" + ID + "/localVariables(?:/" + ID + "(?:/data)?)?",
                rest + "/history/.+");
        this.queries = patterns(
                rest + "/(?:process-instance|process-definition|job|job-definition|task|variable-instance|external-task|execution|incident|group)(?:/count)?/?",
                rest + "/history/(?:process-instance|activity-instance|incident|task|variable-instance|job-log|external-task-log|decision-instance|detail)"
                        + "(?:/count)?/?",
                own + "/(?:process-instance|process-definition|incident)(?:/count)?/?",
                own + "/(?:process-definition/" + ID + "/called-process-definitions|process-instance/" + ID + "/called-process-instances)/?");
        this.acts = List.of(
                act("retry-job", rest + "/job/" + ID + "/retries/?"), act("retry-jobs", rest + "/job-definition/" + ID + "/retries/?"),
                act("suspend-job", rest + "/job/" + ID + "/suspended/?"), act("suspend-jobs", rest + "/job-definition/" + ID + "/suspended/?"),
                act("suspend-instance", rest + "/process-instance/" + ID + "/suspended/?"));
    }

    /** @param path as it was sent, undecoded */
    CockpitCall judge(String method, String path) {
        if (method.equals("GET") && profile.matcher(path).matches()) {
            return CockpitCall.READ;
        }
        if (!PLAIN.matcher(path).matches()) {
            return CockpitCall.REFUSED;
        }
        return switch (method) {
            case "GET" -> any(reads, path) ? CockpitCall.READ : CockpitCall.REFUSED;
            case "POST" -> any(queries, path) ? CockpitCall.READ : CockpitCall.REFUSED;
            case "PUT" -> acts.stream().map(a -> a.of(path)).filter(c -> c != null).findFirst().orElse(CockpitCall.REFUSED);
            default -> CockpitCall.REFUSED;
        };
    }

    private static boolean any(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(p -> p.matcher(path).matches());
    }

    private static List<Pattern> patterns(String... all) {
        return Stream.of(all).map(Pattern::compile).toList();
    }

    private static Act act(String word, String path) {
        return new Act(word, Pattern.compile(path));
    }
}
