package jp.michishirube.safety.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.municipality.WorkingDays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 手引き: one sheet for officers of a 町内会, enough to do it alone on the day. */
@Component
class GuidePaper {

    private static final int STEPS = 6;

    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;
    private final Clock clock;
    private final String address;

    GuidePaper(Printer printer, Municipality municipality, MessageSource messages, Clock clock, @Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
        this.clock = clock;
        this.address = baseUrl.replaceAll("/+$", "") + "/events";
    }

    byte[] print(Locale locale) {
        List<PrintedNotice.Part> parts = IntStream.rangeClosed(1, STEPS).mapToObj(i -> new PrintedNotice.Part(text("guide." + i, locale), text("guide." + i + ".text", locale, address)))
                .toList();
        return printer.notice(new PrintedNotice("notice", Size.LARGE, text("guide.title", locale), municipality.name(), null, text("guide.to", locale), LocalDate.ofInstant(clock.instant(), WorkingDays.JAPAN),
                null, parts, List.of(), false, address));
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
