package jp.michishirube.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.japanese.CsvList;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 漏えい等の本人の一覧: when data may have been lost, the people whose data an account saw in a time, or all accounts did. For those of the city who
 * may know of everybody, as they set protections: whoever may not would report too few. Asked by forms that are posted: who is looked into stands in no address.
 */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class AffectedPage {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** A longer time is asked for in parts. */
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SHOWN = 200;
    private static final List<String> HEADS = List.of("number", "case", "name", "times", "first", "last", "left");

    private final AffectedPeople people;
    private final ProtectedPeople protectedPeople;
    private final WhoAmI who;
    private final MessageSource messages;
    private final Clock clock;

    AffectedPage(AffectedPeople people, ProtectedPeople protectedPeople, WhoAmI who, MessageSource messages, Clock clock) {
        this.people = people;
        this.protectedPeople = protectedPeople;
        this.who = who;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/affected")
    String ask(Locale locale, Model model) {
        mayAsk();
        return page(null, null, "", locale, model);
    }

    @PostMapping("/affected")
    String show(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime until, @RequestParam(defaultValue = "") String reader, Locale locale, Model model) {
        mayAsk();
        return page(from, until, reader, locale, model);
    }

    private String page(LocalDateTime from, LocalDateTime until, String reader, Locale locale, Model model) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), TOKYO).withSecond(0).withNano(0).plusMinutes(1);
        Optional<AffectedPeople.Asked> asked = asked(from, until, reader);
        model.addAttribute("nav", "affected");
        model.addAttribute("from", from == null ? now.minusDays(1) : from);
        model.addAttribute("until", until == null ? now : until);
        model.addAttribute("reader", reader);
        model.addAttribute("odd", asked.isEmpty() && (from != null || until != null));
        model.addAttribute("readers", asked.map(people::readers).orElse(List.of()));
        model.addAttribute("found", asked.map(a -> people.find(a, false)).orElse(null));
        model.addAttribute("shown", SHOWN);
        model.addAttribute("zone", TOKYO);
        model.addAttribute("pattern", locale.getLanguage().equals("en") ? "d MMM yyyy HH:mm" : "yyyy年M月d日（E）H:mm");
        return "privacy/affected";
    }

    @PostMapping("/affected.csv")
    ResponseEntity<byte[]> file(@RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime from, @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime until,
            @RequestParam(defaultValue = "") String reader, Locale locale) {
        mayAsk();
        AffectedPeople.Found found = people.find(asked(from, until, reader).orElseThrow(() -> Problem.badRequest("affected-time")), true);
        Stream<List<String>> heads = Stream.of(HEADS.stream().map(h -> text("affected." + h, locale)).toList());
        Stream<List<String>> rows = Stream.concat(found.rows().stream().map(r -> cells(r, locale)), remarks(found, locale));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"affected-" + LocalDate.ofInstant(clock.instant(), TOKYO) + ".csv\"")
                .body(CsvList.of(Stream.concat(heads, rows).toList()));
    }

    private void mayAsk() {
        if (!protectedPeople.maySet(who.me())) {
            throw Problem.forbidden("affected-not-yours");
        }
    }

    /** @return empty for no time, one that ends before it begins, or one too long to answer at once */
    private Optional<AffectedPeople.Asked> asked(LocalDateTime from, LocalDateTime until, String reader) {
        if (from == null || until == null || from.getYear() < 2000 || until.getYear() > 9000 || reader.length() > 200) {
            return Optional.empty();
        }
        Instant begin = from.atZone(TOKYO).toInstant();
        Instant end = until.atZone(TOKYO).toInstant();
        return begin.isBefore(end) && Duration.between(begin, end).compareTo(LONGEST) <= 0 ? Optional.of(new AffectedPeople.Asked(begin, end, reader)) : Optional.empty();
    }

    private List<String> cells(AffectedPeople.Row row, Locale locale) {
        return List.of(word(row.number()), word(row.caseNumber()), row.name() == null ? text("affected.roster-only", locale) : row.name(), String.valueOf(row.times()),
                moment(row.first()), moment(row.last()), row.left() ? text("affected.left.yes", locale) : "");
    }

    /** Whom the file does not name is counted in it: who reports from it must not report too few. */
    private Stream<List<String>> remarks(AffectedPeople.Found found, Locale locale) {
        List<List<String>> remarks = new ArrayList<>();
        if (found.all() > found.rows().size()) {
            remarks.add(List.of(text("affected.not-in-file", locale, found.all() - found.rows().size())));
        }
        if (found.nobody() > 0) {
            remarks.add(List.of(text("affected.nobody", locale, found.nobody())));
        }
        return remarks.stream();
    }

    private static String word(String value) {
        return value == null ? "" : value;
    }

    private static String moment(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(at.atZone(TOKYO));
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
