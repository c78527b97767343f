package jp.michishirube.sharing.line;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.document.QrSign;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * LINEで受け取る: a visitor links the own LINE account to the pass that was opened. LINE sends them here with its link token; whoever has no
 * visit yet types letters and code from paper first. Which user it is tells LINE, by the nonce: never a name.
 */
@Controller
@RequestMapping("/v/line")
@PreAuthorize("permitAll()")
class LinkLinePage {

    private static final Set<PassKind> MAY_LINK = EnumSet.of(PassKind.SUPPORTER, PassKind.VOLUNTEER, PassKind.LEADER, PassKind.RESIDENT);
    private static final String TOKEN = "[A-Za-z0-9._~-]{1,200}";

    private final LineAccounts accounts;
    private final LineSettings settings;

    LinkLinePage(LineAccounts accounts, LineSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping
    String show(Optional<Visit> visit, @RequestParam(defaultValue = "") String linkToken, Model model) {
        String token = linkToken.matches(TOKEN) ? linkToken : "";
        if (visit.filter(v -> MAY_LINK.contains(v.pass().kind())).isEmpty()) {
            String then = token.isEmpty() ? "/v/line" : "/v/line?linkToken=" + token;
            return "redirect:" + UriComponentsBuilder.fromPath("/p").queryParam("then", "{then}").encode().build(then).toASCIIString();
        }
        model.addAttribute("standing", accounts.standing(holder(visit.get())).name()).addAttribute("linkToken", token).addAttribute("here", isTheirs(visit.get().pass())).addAttribute("friend", settings.friend)
                .addAttribute("back", visit.get().pass().kind().leadsTo());
        if (!settings.friend.isBlank()) {
            model.addAttribute("qr", QrSign.of(settings.friend));
        }
        return "visit/line";
    }

    /** Answers with a page, not with a redirect: a form of ours leads to no other site. */
    @PostMapping
    String link(Visit visit, @RequestParam(defaultValue = "") String linkToken, Model model, HttpServletResponse response) {
        if (!linkToken.matches(TOKEN) || !settings.isSetUp() || !isTheirs(visit.pass())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(Optional.of(visit), "", model);
        }
        model.addAttribute("address", UriComponentsBuilder.fromUriString(settings.accountLink).queryParam("linkToken", "{token}").queryParam("nonce", "{nonce}")
                .encode().build(linkToken, accounts.nonce(holder(visit))).toString());
        return "visit/line-go";
    }

    @PostMapping("/stop")
    String stop(Visit visit) {
        if (isTheirs(visit.pass())) {
            accounts.forget(holder(visit));
        }
        return "redirect:/v/line";
    }

    /**
     * A volunteer's account is told what every office asks, and answers it. So none is linked by a link that one office handed over or printed: it had
     * link and code in its hands, and would hear and answer for residents of others.
     */
    private static boolean isTheirs(Pass pass) {
        return pass.kind() != PassKind.VOLUNTEER || pass.isOwn() || pass.isForHolder();
    }

    private static Holder holder(Visit visit) {
        return visit.as(MAY_LINK.contains(visit.pass().kind()) ? visit.pass().kind() : PassKind.SUPPORTER).holder();
    }
}
