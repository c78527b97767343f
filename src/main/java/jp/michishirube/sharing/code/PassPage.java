package jp.michishirube.sharing.code;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where every link and QR code leads: a page with a button, and where it is wanted a place for the code. Says nothing of whom or what it
 * is about, whoever looks.
 */
@Controller
@PreAuthorize("permitAll()")
class PassPage {

    private final OpenPass open;
    private final Visits visits;
    private final TellCode tell;
    private final Map<PassKind, Telling> tellings = new EnumMap<>(PassKind.class);

    PassPage(OpenPass open, Visits visits, TellCode tell, List<Telling> tellings) {
        this.open = open;
        this.visits = visits;
        this.tell = tell;
        tellings.forEach(t -> this.tellings.put(t.kind(), t));
    }

    /** Changes nothing: mail scanners and previews come here as people do. */
    @GetMapping("/p/{secret}")
    String look(@PathVariable String secret, Model model, HttpServletResponse response) {
        Optional<Pass> pass = open.look(secret);
        if (pass.filter(p -> p.state() == Pass.State.OPEN).isPresent()) {
            Telling telling = tellings.get(pass.get().kind());
            return telling == null ? ask(secret, pass.get().kind(), model) : telling.tell(pass.get(), model);
        }
        return refused(pass.map(p -> OpenPass.Outcome.valueOf(p.state().name())).orElse(OpenPass.Outcome.UNKNOWN), model, response);
    }

    @PostMapping("/p/{secret}")
    String open(@PathVariable String secret, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (open.look(secret).map(Pass::kind).filter(tellings::containsKey).isPresent()) {
            return look(secret, model, response);
        }
        OpenPass.Opened opened = open.open(secret, code);
        if (opened.outcome() == OpenPass.Outcome.OPENED) {
            response.addHeader(HttpHeaders.SET_COOKIE, VisitCookie.of(request, opened.visit()));
            return "redirect:" + opened.kind().leadsTo();
        }
        if (opened.outcome() == OpenPass.Outcome.CODE_ENDED) {
            return again(secret, opened.kind(), "CODE_ENDED", model, response);
        }
        if (opened.outcome() == OpenPass.Outcome.WRONG_CODE && opened.left() > 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("left", opened.left()).addAttribute("sent", opened.kind().asksTelephone());
            return ask(secret, opened.kind(), model);
        }
        return refused(opened.outcome() == OpenPass.Outcome.WRONG_CODE ? OpenPass.Outcome.LOCKED : opened.outcome(), model, response);
    }

    /** A code goes to the holder's own telephone; where it came to is asked for on the next page. */
    @PostMapping("/p/{secret}/code")
    String code(@PathVariable String secret, @RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String way, Model model, HttpServletResponse response) {
        Optional<Pass> pass = open.look(secret);
        TellCode.Told told = tell.tell(secret, phone, way);
        return switch (told.outcome()) {
            case NOT_OPEN, LOCKED -> refused(open.look(secret).filter(p -> p.state() != Pass.State.OPEN).map(p -> OpenPass.Outcome.valueOf(p.state().name()))
                    .orElse(OpenPass.Outcome.UNKNOWN), model, response);
            case SENT -> {
                model.addAttribute("sent", true);
                yield ask(secret, pass.orElseThrow().kind(), model);
            }
            case WRONG_NUMBER, TOO_OFTEN, NOT_THAT_WAY -> {
                model.addAttribute("left", told.left());
                yield again(secret, pass.orElseThrow().kind(), told.outcome().name(), model, response);
            }
        };
    }

    private String again(String secret, PassKind kind, String why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("why", why);
        return ask(secret, kind, model);
    }

    /** Where a form leads whose page was shown in another visit: two links in two windows of one browser. Nothing was done. */
    @RequestMapping("/v/closed")
    String closed() {
        throw new NoVisit();
    }

    /** Closes the page on a device that others use too. */
    @PostMapping("/v/end")
    String end(HttpServletRequest request, HttpServletResponse response) {
        VisitCookie.read(request).ifPresent(visits::end);
        response.addHeader(HttpHeaders.SET_COOKIE, VisitCookie.removed(request));
        return "visit/ended";
    }

    private String ask(String secret, PassKind kind, Model model) {
        model.addAttribute("secret", secret);
        if (kind.asksTelephone()) {
            model.addAttribute("ways", tell.ways(kind));
            return "visit/telephone";
        }
        model.addAttribute("asksCode", kind.asksCode());
        return "visit/open";
    }

    /** 404 for all that was never issued, 410 for what opens no more. */
    private static String refused(OpenPass.Outcome why, Model model, HttpServletResponse response) {
        response.setStatus(why == OpenPass.Outcome.UNKNOWN ? HttpStatus.NOT_FOUND.value() : HttpStatus.GONE.value());
        model.addAttribute("why", why.name());
        return "visit/refused";
    }
}
