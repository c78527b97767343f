package jp.michishirube.sharing.asking;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.promise.Promises;
import jp.michishirube.sharing.supporter.Languages;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The leaflet "what a supporter promises": to be laid beside a letter or read together at the door. It names nobody. */
@Controller
class LeafletPage {

    private final Promises promises;
    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource texts;

    LeafletPage(Promises promises, Printer printer, Municipality municipality, MessageSource texts) {
        this.promises = promises;
        this.printer = printer;
        this.municipality = municipality;
        this.texts = texts;
    }

    /** @param language {@code ja}, {@code easy} or {@code en} */
    @GetMapping("/volunteers/promise.pdf")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
    ResponseEntity<byte[]> leaflet(@RequestParam(defaultValue = "ja") String language) {
        Locale locale = Languages.of(language);
        int version = promises.newest(Promises.Of.SUPPORTER).orElseThrow(() -> Problem.conflict("asking-no-promise"));
        List<Promises.Part> text = promises.text(Promises.Of.SUPPORTER, version, locale);
        String points = text.stream().filter(Promises.Part::point).map(p -> "・" + p.text()).collect(Collectors.joining("\n\n"));
        String title = text.stream().filter(p -> !p.point()).map(Promises.Part::text).findFirst().orElse(texts.getMessage("leaflet.promise", null, locale));
        byte[] pdf = printer.notice(new PrintedNotice("leaflet", Size.NORMAL, title, locale.getLanguage().equals("en") ? municipality.nameEn() : municipality.name(), null, null, null,
                texts.getMessage("leaflet.version", new Object[] {version}, locale), List.of(new PrintedNotice.Part("", points),
                new PrintedNotice.Part(texts.getMessage("leaflet.ask", null, locale), texts.getMessage("leaflet.ask.text", null, locale))), List.of(), false, null));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }
}
