package jp.michishirube.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.document.PrintedList;
import jp.michishirube.document.Printer;
import jp.michishirube.japanese.CsvList;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.OfficeNames;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The plans in force as a list: which are to be looked at again, by 町 and office; on the screen, on paper and as CSV. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class PlansInForcePage {

    private static final List<String> COLUMNS = List.of("name", "number", "area", "office", "version", "since", "due", "supporters");
    private static final List<Integer> WEIGHTS = List.of(5, 4, 3, 6, 2, 4, 4, 6);

    private final PlansInForce list;
    private final Offices offices;
    private final OfficeNames names;
    private final Municipality municipality;
    private final Printer printer;
    private final MessageSource messages;
    private final DateWords dates;
    private final WhoAmI who;
    private final Clock clock;

    PlansInForcePage(PlansInForce list, Offices offices, OfficeNames names, Municipality municipality, Printer printer, MessageSource messages, DateWords dates,
            WhoAmI who, Clock clock) {
        this.list = list;
        this.offices = offices;
        this.names = names;
        this.municipality = municipality;
        this.printer = printer;
        this.messages = messages;
        this.dates = dates;
        this.who = who;
        this.clock = clock;
    }

    /** @param query by which the tab is reached */
    record Tab(PlansInForce.DueWhen due, int count, String query, boolean current) {}

    @GetMapping("/plans-in-force")
    String show(@RequestParam Map<String, String> params, Model model) {
        Person me = who.me();
        PlansInForce.Wanted wanted = PlansInForce.Wanted.of(params);
        PlansInForce.Page page = list.page(me, wanted);
        model.addAttribute("nav", "plans-in-force");
        model.addAttribute("wanted", wanted);
        model.addAttribute("rows", page.rows());
        model.addAttribute("tabs", list.counts(me, wanted).entrySet().stream().map(e -> new Tab(e.getKey(), e.getValue(),
                query(new PlansInForce.Wanted(wanted.area(), wanted.office(), e.getKey(), 0)), e.getKey() == wanted.due())).toList());
        model.addAttribute("areas", list.areas(me));
        model.addAttribute("offices", me.isOffice() ? List.of() : offices.all());
        model.addAttribute("names", names.all());
        model.addAttribute("query", query(wanted));
        model.addAttribute("before", wanted.page() > 0 ? query(at(wanted, wanted.page() - 1)) : null);
        model.addAttribute("after", page.more() ? query(at(wanted, wanted.page() + 1)) : null);
        model.addAttribute("today", today());
        return "renewal/in-force";
    }

    @GetMapping("/plans-in-force.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> params, Locale locale) {
        List<PlansInForce.Row> rows = list.all(who.me(), PlansInForce.Wanted.of(params));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"plans-in-force-" + today() + ".csv\"")
                .body(CsvList.of(Stream.concat(Stream.of(heads(locale)), rows.stream().map(r -> cells(r, r.since().toString(), r.due().toString(), locale))).toList()));
    }

    @GetMapping("/plans-in-force.pdf")
    ResponseEntity<byte[]> paper(@RequestParam Map<String, String> params, Locale locale) {
        Person me = who.me();
        List<PlansInForce.Row> rows = list.all(me, PlansInForce.Wanted.of(params));
        List<String> heads = heads(locale);
        List<PrintedList.Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            columns.add(new PrintedList.Column(heads.get(i), WEIGHTS.get(i)));
        }
        PrintedList paper = new PrintedList(text("in-force.title", locale), municipality.name(), me.name(), today(), text("in-force.paper-ground", locale), columns,
                rows.stream().map(r -> cells(r, dates.day(r.since()), dates.day(r.due()), locale)).toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"plans-in-force-" + today() + ".pdf\"").body(printer.list(paper));
    }

    private List<String> heads(Locale locale) {
        return COLUMNS.stream().map(c -> text("in-force." + c, locale)).toList();
    }

    private List<String> cells(PlansInForce.Row r, String since, String due, Locale locale) {
        String office = r.office() == null ? "" : names.all().getOrDefault(r.office(), r.office());
        return List.of(r.name(), r.number(), r.area(), office, String.valueOf(r.version()), since, due, r.supporters() == null ? text("in-force.unread", locale) : String.join("、", r.supporters()));
    }

    private static PlansInForce.Wanted at(PlansInForce.Wanted wanted, int page) {
        return new PlansInForce.Wanted(wanted.area(), wanted.office(), wanted.due(), page);
    }

    private static String query(PlansInForce.Wanted wanted) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        wanted.narrowing().forEach(query::queryParam);
        if (wanted.page() > 0) {
            query.queryParam("page", wanted.page());
        }
        return query.build().encode().toUriString().replaceFirst("^\\?", "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
