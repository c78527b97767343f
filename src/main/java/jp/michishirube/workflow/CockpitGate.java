package jp.michishirube.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jp.michishirube.problem.Problem;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a process admin do in Cockpit what {@link CockpitCalls} names, and keeps a line of every act and of every refused one. The line
 * is written before the engine acts: an act that cannot be written down does not happen.
 */
class CockpitGate extends OncePerRequestFilter {

    private static final int LARGEST_BODY = 2_000;
    private static final int MOST_RETRIES = 5;

    private static final String PAGE = "/camunda/app/cockpit/[A-Za-z0-9_-]+/?";

    private final ReadWriteLock nonce = new ReentrantReadWriteLock(true);
    private final CockpitCalls calls;
    private final AdminActs acts;
    private final CockpitAnswer answer;
    private final ObjectMapper json;

    CockpitGate(CockpitCalls calls, AdminActs acts, CockpitAnswer answer, ObjectMapper json) {
        this.calls = calls;
        this.acts = acts;
        this.answer = answer;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        CockpitCall call = overrides(request) ? CockpitCall.REFUSED : calls.judge(request.getMethod(), path);
        try {
            switch (call.kind()) {
                case READ -> look(path, request, response, chain);
                case ACT -> act(call, request, response, chain);
                case REFUSED -> refuse(request.getMethod(), path, request, response);
            }
        } catch (Problem problem) {
            answer.write(problem, request, response);
        }
    }

    /** What is asked is read as strictly as everything that comes in, and passed on as it was read: the engine would fail on the rest. */
    private void look(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest asked = request;
        if (request.getMethod().equals("GET")) {
            CockpitQuery.check(request.getParameterMap());
        } else {
            asked = new GivenBody(request, CockpitQuery.read(request.getInputStream()));
        }
        HeldFault answered = new HeldFault(response);
        read(path, asked, answered, chain);
        answered.asProblem().ifPresent(problem -> {
            throw problem;
        });
        answered.release();
    }

    /**
     * The web apps keep the nonce of their policy for scripts with the application, not with the request: a call that comes in while
     * Cockpit's page is written gives the page another nonce than its header, and the browser runs none of its scripts. So that page is
     * written alone.
     */
    private void read(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Lock turn = path.matches(PAGE) ? nonce.writeLock() : nonce.readLock();
        boolean mine = taken(turn);
        try {
            chain.doFilter(request, response);
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }

    /** @return false after ten seconds: a page without scripts is loaded again, a page that never comes is worse */
    private static boolean taken(Lock turn) {
        try {
            return turn.tryLock(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void act(CockpitCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        String word = word(call.act(), body);
        if (word == null) {
            refuse(request.getMethod(), request.getRequestURI(), request, response);
            return;
        }
        acts.mustExist(call);
        long line = acts.begin(word, call.target());
        HeldFault answered = new HeldFault(response);
        read(request.getRequestURI(), new GivenBody(request, body), answered, chain);
        if (answered.getStatus() >= 200 && answered.getStatus() < 300) {
            acts.done(line);
        } else if (answered.getStatus() >= 500) {
            // What was there a moment ago may be done meanwhile: the engine calls that a fault.
            acts.mustExist(call);
        }
        answered.release();
    }

    /** @return what it does in a word; null when the body asks for more than that: other due dates, a later time, no more tries */
    private String word(String act, byte[] body) throws IOException {
        if (body.length > LARGEST_BODY || !CockpitQuery.isStrict(body)) {
            return null;
        }
        JsonNode asked = json.readTree(body);
        if (!asked.isObject()) {
            return null;
        }
        if (act.startsWith("retry")) {
            JsonNode retries = asked.path("retries");
            return only(asked, "retries") && retries.isInt() && retries.intValue() > 0 && retries.intValue() <= MOST_RETRIES ? act : null;
        }
        boolean plain = only(asked, "suspended", "includeJobs", "executionDate") && asked.path("suspended").isBoolean()
                && (asked.path("includeJobs").isMissingNode() || asked.path("includeJobs").isBoolean())
                && (asked.path("executionDate").isMissingNode() || asked.path("executionDate").isNull());
        return !plain ? null : asked.path("suspended").booleanValue() ? act : act.replace("suspend", "activate");
    }

    private static boolean only(JsonNode asked, String... names) {
        return asked.properties().stream().map(Map.Entry::getKey).allMatch(java.util.Set.of(names)::contains);
    }

    /** Some servers take another method from a header. Ours do not; whoever sends one is up to something. */
    private static boolean overrides(HttpServletRequest request) {
        return request.getHeader("X-HTTP-Method-Override") != null || request.getHeader("X-HTTP-Method") != null
                || request.getHeader("X-Method-Override") != null;
    }

    private void refuse(String method, String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS")) {
            acts.refused(method, path);
        }
        answer.write(Problem.forbidden("engine-not-allowed"), request, response);
    }
}
