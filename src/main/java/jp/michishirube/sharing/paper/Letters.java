package jp.michishirube.sharing.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.document.PrintedLetter;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.municipality.WorkingDays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Letters for envelopes with a window: one that bears a link with its QR code, or one that bears the code. Never both on one sheet, since a
 * letter in the wrong letter box would open the page then.
 */
@Component
public class Letters {

    private final Printer printer;
    private final Municipality municipality;
    private final ConsentPolicy.Controller from;
    private final MessageSource texts;
    private final Clock clock;

    Letters(Printer printer, Municipality municipality, MessageSource texts, Clock clock) {
        this.printer = printer;
        this.municipality = municipality;
        this.from = municipality.section("consent", ConsentPolicy.class).controller();
        this.texts = texts;
        this.clock = clock;
    }

    /** @param address empty for one that is handed over */
    public record To(String postalCode, String address, String name) {}

    /** @param address of a pass, as {@link jp.michishirube.sharing.code.IssuePass.Issued} tells it */
    public byte[] withLink(To to, String mark, String title, List<PrintedNotice.Part> parts, String address, Locale language) {
        String letters = address.substring(address.lastIndexOf('/') + 1);
        String typed = text("letter.typed", language, address.substring(0, address.lastIndexOf('/')), String.join(" ", letters.split("(?<=\\G.{5})")));
        return printer.letter(new PrintedLetter(sender(language), to.postalCode(), to.address(), to.name(), today(), mark, title, parts, null, null, address, typed));
    }

    /** あなたの番号: six digits, for an envelope of its own or into the hand. */
    public byte[] withCode(To to, String mark, String code, Locale language) {
        List<PrintedNotice.Part> parts = List.of(new PrintedNotice.Part(text("letter.code.how", language), text("letter.code.how.text", language)),
                new PrintedNotice.Part(text("letter.code.keep", language), text("letter.code.keep.text", language)));
        return printer.letter(new PrintedLetter(sender(language), to.postalCode(), to.address(), to.name(), today(), mark, text("letter.code.title", language), parts,
                text("letter.code", language), code.substring(0, 3) + " " + code.substring(3), null, null));
    }

    private List<String> sender(Locale language) {
        String name = language.getLanguage().equals("en") ? municipality.nameEn() : municipality.name();
        return from == null ? List.of(name) : Stream.of(name, from.contact(), from.address()).filter(l -> l != null && !l.isBlank()).toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.JAPAN).toLocalDate();
    }

    private String text(String key, Locale language, Object... args) {
        return texts.getMessage(key, args, language);
    }
}
