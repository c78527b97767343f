package jp.michishirube.consent.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.consent.rule.Declaration;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.ToldList;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 事後のお知らせ on paper: most of those whose plan went out in a disaster have no other way to hear of it. */
@Component
class TellLetters {

    private final ToldList toldList;
    private final PeopleLists lists;
    private final Printer printer;
    private final CaseFiles cases;
    private final Municipality municipality;
    private final MessageSource messages;
    private final Clock clock;

    TellLetters(ToldList toldList, PeopleLists lists, Printer printer, CaseFiles cases, Municipality municipality, MessageSource messages, Clock clock) {
        this.toldList = toldList;
        this.lists = lists;
        this.printer = printer;
        this.cases = cases;
        this.municipality = municipality;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param residentId null for everyone who has not been told yet
     * @return one PDF, each letter on paper of its own
     * @throws Problem {@code declaration-not-found} (404) when there is nobody to tell
     */
    byte[] print(Declaration declaration, Long residentId) {
        List<ToldList.Letter> letters = lists.show(PeopleLists.Shown.asFile("letters", Map.of("disaster", String.valueOf(declaration.id()))),
                () -> toldList.letters(declaration.id(), residentId), l -> PeopleLists.Somebody.of(new CaseId(l.caseId())));
        if (letters.isEmpty()) {
            throw Problem.notFound("declaration-not-found");
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFMergerUtility all = new PDFMergerUtility();
            letters.forEach(l -> all.addSource(new RandomAccessReadBuffer(letter(declaration, l))));
            all.setDestinationStream(out);
            all.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In Japanese, whichever language the officer reads: it goes to the resident. */
    private byte[] letter(Declaration declaration, ToldList.Letter l) {
        CaseFile file = cases.get(new CaseId(l.caseId()));
        String first = day(l.from());
        String last = day(l.until());
        List<PrintedNotice.Part> parts = List.of(
                part("why", text("consent.hazard." + declaration.hazard()), declaration.ground()),
                new PrintedNotice.Part(text("consent.letter.to"), l.parties()),
                part("what", String.valueOf(l.fields()), first.equals(last) ? first : first + "～" + last),
                part("now", municipality.name()));
        return printer.notice(new PrintedNotice("notice", Size.LARGE, text("consent.letter.title"), municipality.name(),
                file.number().value(), file.resident().name(), LocalDate.ofInstant(clock.instant(), Notices.JAPAN), null, parts, List.of(), false, null));
    }

    private PrintedNotice.Part part(String name, Object... args) {
        return new PrintedNotice.Part(text("consent.letter." + name + ".heading"), text("consent.letter." + name, args));
    }

    private static String day(Instant at) {
        return DateTimeFormatter.ofPattern(Dates.pattern(Locale.JAPANESE), Locale.JAPANESE).format(at.atZone(Notices.JAPAN));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Locale.JAPANESE);
    }
}
