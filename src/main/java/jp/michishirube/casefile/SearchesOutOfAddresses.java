package jp.michishirube.casefile;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.door.PlainText;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Lists read whom they are narrowed by as plain parameters ({@link KeptSearches#NAMING}), wherever they come from: an address bears the id of
 * what was kept. An address with a name in it, typed or from an old bookmark, is led on to one without.
 */
@Component
class SearchesOutOfAddresses extends OncePerRequestFilter {

    private static final Set<String> LISTS = Set.of("/inbox", "/inbox.csv", "/roster/entries", "/cases", "/prints", "/prints/list.pdf", "/prints/list.csv",
            "/prints/labels.pdf");

    private final KeptSearches searches;
    private final WhoAmI who;
    private final BareRefusal refusal;

    SearchesOutOfAddresses(KeptSearches searches, WhoAmI who, BareRefusal refusal) {
        this.searches = searches;
        this.who = who;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        Optional<Person> me = request.getMethod().equals("GET") && LISTS.contains(path) ? who.person() : Optional.empty();
        if (me.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getQueryString() != null && KeptSearches.NAMING.entrySet().stream().anyMatch(n -> isNamed(request, n.getKey(), n.getValue()))) {
            try {
                response.sendRedirect(request.getContextPath() + path + "?" + searches.withoutWords(me.get().id(), request.getQueryString()));
            } catch (Problem refused) {
                refusal.write(refused, request, response);
            }
            return;
        }
        Map<String, String> kept = new HashMap<>();
        for (Map.Entry<String, String> naming : KeptSearches.NAMING.entrySet()) {
            String id = request.getParameter(naming.getValue());
            Optional<String> words = id == null ? Optional.empty() : searches.words(me.get().id(), id);
            if (id != null && words.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            words.ifPresent(w -> kept.put(naming.getKey(), w));
        }
        chain.doFilter(kept.isEmpty() ? request : new WithWords(request, kept), response);
    }

    /** What no text is goes on to the list, which refuses it. */
    private static boolean isNamed(HttpServletRequest request, String parameter, String id) {
        String value = request.getParameter(parameter);
        return request.getParameter(id) == null && value != null && !KeptSearches.mayStandInAddress(parameter, value) && PlainText.is(value);
    }

    private static final class WithWords extends HttpServletRequestWrapper {

        private final Map<String, String> words;

        WithWords(HttpServletRequest request, Map<String, String> words) {
            super(request);
            this.words = words;
        }

        @Override
        public String getParameter(String name) {
            return words.containsKey(name) ? words.get(name) : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return words.containsKey(name) ? new String[] {words.get(name)} : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            words.forEach((name, value) -> all.put(name, new String[] {value}));
            return all;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
