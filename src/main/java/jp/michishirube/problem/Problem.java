package jp.michishirube.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A refusal that is an answer: a stable kind for programs, a sentence with the next step for people.
 *
 * <p>The sentence is looked up in {@code messages*.properties} under {@code problem.<kind>} and may use {@code args}. Neither the
 * arguments nor the field errors may carry personal data beyond what the person asking typed himself.
 */
public class Problem extends RuntimeException {

    private final String kind;
    private final HttpStatus status;
    private final transient Object[] args;
    private final transient List<FieldProblem> fields;

    private Problem(HttpStatus status, String kind, List<FieldProblem> fields, Object... args) {
        super(kind);
        this.kind = kind;
        this.status = status;
        this.args = args;
        this.fields = List.copyOf(fields);
    }

    /** What was sent cannot be used (400). */
    public static Problem badRequest(String kind, Object... args) {
        return new Problem(HttpStatus.BAD_REQUEST, kind, List.of(), args);
    }

    /** What was sent is readable but some fields are wrong or missing (422). */
    public static Problem invalid(String kind, List<FieldProblem> fields) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, kind, fields);
    }

    /** There is no such thing, or not for this person: the two are not told apart (404). */
    public static Problem notFound(String kind, Object... args) {
        return new Problem(HttpStatus.NOT_FOUND, kind, List.of(), args);
    }

    /** Nobody is known to be asking (401). */
    public static Problem unauthorized(String kind, Object... args) {
        return new Problem(HttpStatus.UNAUTHORIZED, kind, List.of(), args);
    }

    /** The person is known and may not do this (403). */
    public static Problem forbidden(String kind, Object... args) {
        return new Problem(HttpStatus.FORBIDDEN, kind, List.of(), args);
    }

    /** The reader saw an older state, or someone else was first (409). */
    public static Problem conflict(String kind, Object... args) {
        return new Problem(HttpStatus.CONFLICT, kind, List.of(), args);
    }

    /** There was something, and it was taken away for good (410). */
    public static Problem gone(String kind, Object... args) {
        return new Problem(HttpStatus.GONE, kind, List.of(), args);
    }

    /** The file is larger than accepted (413). */
    public static Problem tooLarge(String kind, Object... args) {
        return new Problem(HttpStatus.PAYLOAD_TOO_LARGE, kind, List.of(), args);
    }

    /** The sender must say how long the body is (411). */
    public static Problem lengthRequired(String kind) {
        return new Problem(HttpStatus.LENGTH_REQUIRED, kind, List.of());
    }

    /** Something else than JSON was sent (415). */
    public static Problem unsupported(String kind) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, kind, List.of());
    }

    /** Something else than what there is was asked for (406). */
    public static Problem notAcceptable(String kind) {
        return new Problem(HttpStatus.NOT_ACCEPTABLE, kind, List.of());
    }

    /** An outside service did not answer, or not usefully; trying again later may help (503). */
    public static Problem unavailable(String kind, Object... args) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, kind, List.of(), args);
    }

    /** As the server itself refused it, before anybody of ours saw the request. */
    public static Problem ofServer(HttpStatus status) {
        return new Problem(status, status.is5xxServerError() ? "server-gave-up" : "unreadable-request", List.of());
    }

    public String kind() {
        return kind;
    }

    public HttpStatus status() {
        return status;
    }

    public Object[] args() {
        return args == null ? new Object[0] : args.clone();
    }

    public List<FieldProblem> fields() {
        return fields == null ? List.of() : fields;
    }

    /** The fields that are wrong, for a page that says so beside them. A refusal that is about no field goes on to a page of its own. */
    public List<FieldProblem> fieldsOrThrow() {
        if (fields().isEmpty()) {
            throw this;
        }
        return fields();
    }

    /**
     * For a page that shows refusals beside its inputs, so that nothing typed is lost.
     *
     * @param usual the input that a refusal without fields is about
     * @throws Problem this one, when it is about something other than what was typed
     */
    public List<FieldProblem> onFields(String usual) {
        if (!fields().isEmpty()) {
            return fields();
        }
        if (status == HttpStatus.BAD_REQUEST || status == HttpStatus.PAYLOAD_TOO_LARGE) {
            return List.of(new FieldProblem(usual, kind, args()));
        }
        throw this;
    }
}
