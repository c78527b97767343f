package jp.michishirube.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.japanese.CsvList;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 利用者の棚卸し: all accounts, on a page and as a list to confirm with the offices once a year. Names staff, no resident. */
@Controller
@PreAuthorize("hasAnyRole('ROSTER_MANAGER','PROCESS_ADMIN')")
class AccountsPage {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<String> HEADS = List.of("name", "username", "roles", "office", "seen", "state", "confirmed");

    private final ReviewAccounts review;
    private final MessageSource messages;
    private final Clock clock;

    AccountsPage(ReviewAccounts review, MessageSource messages, Clock clock) {
        this.review = review;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String show(Model model, Locale locale) {
        List<ReviewAccounts.Look> before = review.looks();
        List<ReviewAccounts.Line> lines = review.look(false);
        model.addAttribute("nav", "accounts");
        model.addAttribute("lines", lines);
        model.addAttribute("counts", lines.stream().collect(Collectors.groupingBy(ReviewAccounts.Line::state, java.util.TreeMap::new, Collectors.counting())));
        model.addAttribute("looks", before);
        model.addAttribute("zone", TOKYO);
        model.addAttribute("pattern", locale.getLanguage().equals("en") ? "d MMM yyyy HH:mm" : "yyyy年M月d日（E）H:mm");
        return "accounts/accounts";
    }

    @GetMapping("/accounts.csv")
    ResponseEntity<byte[]> file(Locale locale) {
        List<String> heads = HEADS.stream().map(h -> text("accounts." + h, locale)).toList();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"accounts-" + LocalDate.ofInstant(clock.instant(), TOKYO) + ".csv\"")
                .body(CsvList.of(Stream.concat(Stream.of(heads), review.look(true).stream().map(line -> cells(line, locale))).toList()));
    }

    /** The last column is the office's: still needed, or not. */
    private List<String> cells(ReviewAccounts.Line line, Locale locale) {
        List<String> roles = new ArrayList<>(line.roles().stream().map(role -> text("accounts.role." + role, locale)).toList());
        line.unknownRoles().stream().sorted().map(name -> text("accounts.unknown-role", locale, name)).forEach(roles::add);
        return List.of(line.person().name(), line.person().username(), String.join(" / ", roles), line.office(), day(line.seen()),
                text("accounts.state." + line.state(), locale), "");
    }

    private static String day(Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, TOKYO).toString();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, key, locale);
    }
}
