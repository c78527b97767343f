package jp.michishirube.casefile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** The list from which a person went into a case, with its filters and page: the way back that every case page offers. */
public final class ListPlace {

    private static final String ATTRIBUTE = "michishirube.list-place";
    private static final String DEFAULT = "/inbox";

    private ListPlace() {}

    /** @param place path and query of a list of this application */
    public static void remember(HttpSession session, String place) {
        if (!place.equals(session.getAttribute(ATTRIBUTE))) {
            session.setAttribute(ATTRIBUTE, place);
        }
    }

    /** @return path and query; the work list for who came from nowhere */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String place ? place : DEFAULT;
    }
}
