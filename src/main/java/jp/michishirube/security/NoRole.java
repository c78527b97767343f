package jp.michishirube.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What somebody without a role sees at every address: what was looked for, where, and what was found there. Nothing else. */
@Controller
class NoRole implements AccessDeniedHandler {

    private static final String PAGE = "/no-role";

    private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException, ServletException {
        if (user() == null || !user().person().roles().isEmpty()) {
            usual.handle(request, response, e);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    @RequestMapping(PAGE)
    @PreAuthorize("isAuthenticated()")
    String page(Model model, HttpServletResponse response) {
        SignedInUser user = user();
        if (user == null || !user.person().roles().isEmpty()) {
            return "redirect:/";
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("gaps", user.identity().gaps());
        return "no-role";
    }

    private static SignedInUser user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user ? user : null;
    }
}
