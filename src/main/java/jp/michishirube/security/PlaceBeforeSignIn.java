package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** The page that somebody asked for before signing in, to go on with afterwards: a path of our own, never an address. */
@Component
class PlaceBeforeSignIn implements RequestCache {

    private static final String NAME = "MICHISHIRUBE_PLACE";

    private final SealedCookies cookies;

    PlaceBeforeSignIn(SealedCookies cookies) {
        this.cookies = cookies;
    }

    /** Pages only: a script's or a picture's request is no place to go on with. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader("Accept");
        String kind = request.getHeader("Sec-Fetch-Dest");
        boolean page = request.getMethod().equals("GET") && accept != null && accept.contains("html") && (kind == null || kind.equals("document"));
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (page && isOurs(path)) {
            cookies.put(request, response, NAME, path + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
        }
    }

    /** Asked for once, after the sign-in: the next one begins anew. */
    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        removeRequest(request, response);
        return cookies.get(request, NAME).filter(PlaceBeforeSignIn::isOurs).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Nothing is played back: the redirect asks anew. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (cookies.get(request, NAME).isPresent()) {
            cookies.remove(request, response, NAME);
        }
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
    }
}
