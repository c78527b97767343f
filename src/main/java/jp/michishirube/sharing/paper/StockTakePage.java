package jp.michishirube.sharing.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.michishirube.document.PrintedList;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 紙の写しの台帳: who holds how many, the list for the yearly stock-take, and what was shown at it. */
@Controller
@RequestMapping("/prints/copies")
@PreAuthorize("hasAnyRole('ROSTER_MANAGER','REVIEWER')")
class StockTakePage {

    private final StockTake stock;
    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;
    private final DateWords dates;
    private final Clock clock;

    StockTakePage(StockTake stock, Printer printer, Municipality municipality, MessageSource messages, DateWords dates, Clock clock) {
        this.stock = stock;
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping
    String holders(Model model) {
        model.addAttribute("nav", "prints").addAttribute("holders", stock.holders());
        return "sharing/copy-holders";
    }

    @GetMapping("/holder")
    String holder(@RequestParam String kind, @RequestParam(defaultValue = "") String key, Model model) {
        List<StockTake.Row> rows = rows(kind, key, false);
        model.addAttribute("nav", "prints").addAttribute("rows", rows).addAttribute("kind", kind).addAttribute("key", key)
                .addAttribute("name", rows.get(0).copy().holder());
        return "sharing/copy-holder";
    }

    @PostMapping("/holder")
    String seen(@RequestParam String kind, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") List<Long> copy, RedirectAttributes redirect) {
        List<Long> theirs = rows(kind, key, false).stream().map(r -> r.copy().id()).filter(copy::contains).toList();
        stock.seen(theirs);
        redirect.addFlashAttribute("notice", "copies.seen");
        redirect.addAttribute("kind", kind).addAttribute("key", key);
        return "redirect:/prints/copies/holder";
    }

    /** Numbers and days, with a box for each to tick. */
    @GetMapping("/holder.pdf")
    ResponseEntity<byte[]> paper(@RequestParam String kind, @RequestParam(defaultValue = "") String key, Locale locale) {
        List<StockTake.Row> rows = rows(kind, key, true);
        List<PrintedList.Column> columns = List.of(new PrintedList.Column(text("copies.number", locale), 4), new PrintedList.Column(text("sharing.version", locale), 2),
                new PrintedList.Column(text("copies.handed-on", locale), 5), new PrintedList.Column(text("copies.here", locale), 4));
        PrintedList list = new PrintedList(text("copies.stock-take", locale), municipality.name(), rows.get(0).copy().holder(), LocalDate.now(clock),
                text("copies.paper-ground", locale), columns, rows.stream().map(r -> List.of(r.caseNumber() + " / " + r.copy().no(),
                        String.valueOf(r.copy().version()), dates.day(r.copy().handedAt()), "□")).toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore()).body(printer.list(list));
    }

    private List<StockTake.Row> rows(String kind, String key, boolean leaves) {
        List<StockTake.Row> rows = "SUPPORTER".equals(kind) ? List.of() : stock.of(kind, key, leaves);
        if (rows.isEmpty()) {
            throw Problem.notFound("copies-none");
        }
        return rows;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
