package jp.michishirube.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.consent.Ground;
import jp.michishirube.document.PrintedList;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a 町内会長 or 民生委員: whom to look after, in large letters, with a list on paper for when the power is gone. */
@Controller
@RequestMapping("/neighbourhood")
@PreAuthorize("hasAnyRole('NEIGHBOURHOOD_LEADER','WELFARE_COMMISSIONER')")
class NeighbourhoodPage {

    private final SharedWithReader shared;
    private final WhoAmI who;
    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;
    private final Clock clock;

    NeighbourhoodPage(SharedWithReader shared, WhoAmI who, Printer printer, Municipality municipality, MessageSource messages,
            Clock clock) {
        this.shared = shared;
        this.who = who;
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        Person me = who.me();
        model.addAttribute("nav", "neighbourhood");
        SharingPolicy.Reader reader = shared.reader(me).orElse(null);
        model.addAttribute("reader", reader);
        List<SharedWithReader.Row> rows = reader == null ? List.of() : shared.list(me, reader, "list");
        model.addAttribute("rows", rows);
        model.addAttribute("disaster", rows.stream().anyMatch(r -> r.ground() == Ground.DECLARED_DISASTER));
        return "sharing/neighbourhood";
    }

    @GetMapping("/{number}")
    String plan(@PathVariable CaseNumber number, Model model) {
        Person me = who.me();
        SharedWithReader.Row row = shared.reader(me).flatMap(r -> shared.plan(me, r, number))
                .orElseThrow(() -> Problem.notFound("case-not-found"));
        model.addAttribute("nav", "neighbourhood");
        model.addAttribute("row", row);
        return "sharing/neighbour";
    }

    @GetMapping("/list.pdf")
    ResponseEntity<byte[]> paper(Locale locale) {
        Person me = who.me();
        SharingPolicy.Reader reader = shared.reader(me).orElseThrow(() -> Problem.notFound("sharing-no-area"));
        List<SharedWithReader.Row> rows = shared.list(me, reader, "list-paper");
        PrintedList list = new PrintedList(text("neighbourhood.title", locale), municipality.name(), reader.name() + "　" + me.name(),
                LocalDate.now(clock), text("neighbourhood.paper-ground", locale),
                List.of(new PrintedList.Column(text("neighbourhood.name", locale), 4),
                        new PrintedList.Column(text("neighbourhood.address", locale), 8),
                        new PrintedList.Column(text("neighbourhood.phone", locale), 4),
                        new PrintedList.Column(text("neighbourhood.ground", locale), 3)),
                rows.stream().map(r -> List.of(r.name(), r.address(), r.phone(), text("sharing.ground." + r.ground(), locale))).toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store").body(printer.list(list));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
