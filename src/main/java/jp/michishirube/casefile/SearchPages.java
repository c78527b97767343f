package jp.michishirube.casefile;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the form of a search in its body and leads on to the list under an address that names nobody. */
@Controller
class SearchPages {

    private final KeptSearches searches;
    private final WhoAmI who;

    SearchPages(KeptSearches searches, WhoAmI who) {
        this.searches = searches;
        this.who = who;
    }

    @PostMapping({"/inbox/search", "/roster/entries/search", "/cases/search", "/prints/search"})
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
    String search(@RequestParam Map<String, String> fields, HttpServletRequest request) {
        String list = request.getRequestURI().substring(request.getContextPath().length()).replaceAll("/search$", "");
        StringJoiner address = new StringJoiner("&", list + "?", "");
        fields.forEach((name, value) -> {
            if (value.isBlank() || name.equals("_csrf") || KeptSearches.NAMING.containsValue(name)) {
                return;
            }
            if (!KeptSearches.mayStandInAddress(name, value)) {
                address.add(KeptSearches.NAMING.get(name) + "=" + searches.keep(who.me().id(), value));
            } else {
                address.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return "redirect:" + address;
    }
}
