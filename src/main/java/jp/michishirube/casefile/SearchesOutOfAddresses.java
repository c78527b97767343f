package jp.michishirube.casefile;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
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
 * Lists read the words of a search as their parameter {@code q}, wherever they come from: an address bears the id of a kept search. An
 * address with a name in it, typed or from an old bookmark, is led on to one without.
 */
@Component
class SearchesOutOfAddresses extends OncePerRequestFilter {

    private static final Set<String> LISTS = Set.of("/inbox", "/inbox.csv", "/roster/entries", "/cases");

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
        String words = request.getParameter(KeptSearches.WORDS);
        String id = request.getParameter(KeptSearches.ID);
        if (me.isEmpty() || id == null && (words == null || KeptSearches.mayStandInAddress(words) || !PlainText.is(words) || request.getQueryString() == null)) {
            chain.doFilter(request, response);
            return;
        }
        if (id == null) {
            try {
                response.sendRedirect(request.getContextPath() + path + "?" + searches.withoutWords(me.get().id(), request.getQueryString()));
            } catch (Problem refused) {
                refusal.write(refused, request, response);
            }
            return;
        }
        Optional<String> kept = searches.words(me.get().id(), id);
        if (kept.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(new WithWords(request, kept.get()), response);
    }

    private static final class WithWords extends HttpServletRequestWrapper {

        private final String words;

        WithWords(HttpServletRequest request, String words) {
            super(request);
            this.words = words;
        }

        @Override
        public String getParameter(String name) {
            return name.equals(KeptSearches.WORDS) ? words : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return name.equals(KeptSearches.WORDS) ? new String[] {words} : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            all.put(KeptSearches.WORDS, new String[] {words});
            return all;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
