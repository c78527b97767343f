package jp.michishirube.signing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.document.PrintedLabels;
import jp.michishirube.document.PrintedList;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.Printer;
import jp.michishirube.japanese.CsvList;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lists, address labels, many plans as one file and the blank form, for the city's staff and the offices' leaders: who work on these
 * cases anyway. What goes to a 町内会 or 民生委員 is printed by the room {@code sharing}, which asks the consents.
 */
@Controller
@RequestMapping("/prints")
@PreAuthorize("hasAnyRole('ROSTER_MANAGER','REVIEWER','OFFICE_LEADER')")
class PrintsPage {

    private final PrintChoice choice;
    private final PrintBatches batches;
    private final PressBatches press;
    private final BlankForm blank;
    private final Printer printer;
    private final Offices offices;
    private final Municipality municipality;
    private final MessageSource messages;
    private final PeopleLists lists;
    private final WhoAmI who;
    private final Clock clock;

    PrintsPage(PrintChoice choice, PrintBatches batches, PressBatches press, BlankForm blank, Printer printer, Offices offices, Municipality municipality,
            MessageSource messages, PeopleLists lists, WhoAmI who, Clock clock) {
        this.choice = choice;
        this.batches = batches;
        this.press = press;
        this.blank = blank;
        this.printer = printer;
        this.offices = offices;
        this.municipality = municipality;
        this.messages = messages;
        this.lists = lists;
        this.who = who;
        this.clock = clock;
    }

    @GetMapping
    String page(@ModelAttribute PrintChoice.Wanted wanted, Model model) {
        Person me = who.me();
        model.addAttribute("nav", "prints");
        model.addAttribute("wanted", wanted);
        model.addAttribute("areas", choice.areas(me));
        model.addAttribute("offices", me.isCity() ? offices.all() : List.of());
        model.addAttribute("places", choice.places(me));
        model.addAttribute("commissioners", choice.commissioners(me));
        model.addAttribute("city", me.isCity());
        model.addAttribute("count", choice.rows(wanted, me).size());
        return "signing/prints";
    }

    @GetMapping("/list.pdf")
    ResponseEntity<byte[]> list(@ModelAttribute PrintChoice.Wanted wanted) {
        List<PrintChoice.Row> rows = read(wanted, "prints-paper");
        PrintedList list = new PrintedList(text("prints.list-title"), municipality.name(), who.me().name(), LocalDate.now(clock),
                text("prints.ground"), List.of(column("number", 4), column("name", 4), column("address", 8), column("phone", 4),
                        column("area", 4), column("office", 6), column("priority", 2), column("state", 4)), cells(rows));
        return file(printer.list(list), MediaType.APPLICATION_PDF, "list.pdf");
    }

    @GetMapping("/list.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute PrintChoice.Wanted wanted) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("number", "name", "address", "phone", "area", "office", "priority", "state").stream().map(c -> text("prints." + c)).toList());
        lines.addAll(cells(read(wanted, "prints-csv")));
        return file(CsvList.of(lines), MediaType.parseMediaType("text/csv;charset=UTF-8"), "list.csv");
    }

    @GetMapping("/labels.pdf")
    ResponseEntity<byte[]> labels(@ModelAttribute PrintChoice.Wanted wanted) {
        return file(printer.labels(new PrintedLabels(read(wanted, "prints-labels").stream()
                .map(r -> new PrintedLabels.Label(r.postalCode(), r.address(), r.name(), r.number())).toList())), MediaType.APPLICATION_PDF, "labels.pdf");
    }

    @GetMapping("/blank.pdf")
    @PreAuthorize("hasAnyRole('ROSTER_MANAGER','REVIEWER','OFFICE_LEADER','CARE_MANAGER')")
    ResponseEntity<byte[]> blank() {
        return file(blank.pdf(), MediaType.APPLICATION_PDF, "blank.pdf");
    }

    @PostMapping("/batches")
    String start(@ModelAttribute PrintChoice.Wanted wanted, @RequestParam(defaultValue = "normal") String size) {
        List<Long> cases = choice.rows(wanted, who.me()).stream().map(PrintChoice.Row::caseId).toList();
        long id = batches.ask(who.me().id(), cases, size.equals("large") ? Size.LARGE : Size.NORMAL);
        press.look();
        return "redirect:/prints/batches/" + id;
    }

    @GetMapping("/batches/{id}")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("nav", "prints");
        model.addAttribute("batch", batches.find(id, who.me().id()).orElseThrow(() -> Problem.notFound("print-batch-not-found")));
        return "signing/print-batch";
    }

    @GetMapping("/batches/{id}/plans.pdf")
    void plans(@PathVariable long id, HttpServletResponse response) throws IOException {
        String me = who.me().id();
        batches.find(id, me).filter(PrintBatches.Batch::isReady).orElseThrow(() -> Problem.notFound("print-batch-not-found"));
        List<CaseId> inFile = batches.cases(id, me);
        // Since it was made somebody in it may have come under protection, a case to another office, the person to another one: a file is given whole or not.
        if (inFile.isEmpty() || !choice.own(who.me()).containsAll(inFile.stream().map(CaseId::value).toList()) || lists.show(PeopleLists.Shown.asFile("plans-file", Map.of()), () -> inFile, PeopleLists.Somebody::of).size() < inFile.size()) {
            throw Problem.conflict("print-batch-outdated");
        }
        file(null, MediaType.APPLICATION_PDF, "plans.pdf").getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        batches.write(id, response.getOutputStream());
    }

    private List<PrintChoice.Row> read(PrintChoice.Wanted wanted, String what) {
        Person me = who.me();
        return lists.show(PeopleLists.Shown.asFile(what, wanted.narrowing()), () -> choice.rows(wanted, me),
                r -> PeopleLists.Somebody.of(new CaseId(r.caseId())));
    }

    private List<List<String>> cells(List<PrintChoice.Row> rows) {
        return rows.stream().map(r -> List.of(r.number(), r.name(), r.address(), r.phone(), r.area(), r.office(),
                Integer.toString(r.priority()), text("case.state." + r.state()))).toList();
    }

    private PrintedList.Column column(String key, int weight) {
        return new PrintedList.Column(text("prints." + key), weight);
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.JAPANESE);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString()).body(bytes);
    }
}
