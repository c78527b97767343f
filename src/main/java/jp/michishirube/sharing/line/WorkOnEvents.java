package jp.michishirube.sharing.line;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.municipality.Installation;
import jp.michishirube.municipality.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on what LINE told, after it was answered: links, blocks, and a way in for whoever writes or begins to follow. */
@Component
class WorkOnEvents {

    private static final Logger LOG = LoggerFactory.getLogger(WorkOnEvents.class);
    /** Reply tokens end after about a minute. */
    private static final Duration REPLY = Duration.ofSeconds(50);

    private final LineEvents events;
    private final LineAccounts accounts;
    private final LineApi line;
    private final MessageSource texts;
    private final Municipality municipality;
    private final List<PressedInLine> rooms;
    private final Installation installation;
    private final Clock clock;
    private final String baseUrl;

    WorkOnEvents(LineEvents events, LineAccounts accounts, LineApi line, MessageSource texts, Municipality municipality, List<PressedInLine> rooms, Installation installation, Clock clock,
            @Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.events = events;
        this.accounts = accounts;
        this.line = line;
        this.texts = texts;
        this.municipality = municipality;
        this.rooms = rooms;
        this.installation = installation;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @Scheduled(fixedDelayString = "${michishirube.outbox.every:3s}", initialDelayString = "${michishirube.outbox.every:3s}")
    void work() {
        if (!installation.isHeld()) {
            events.claim().forEach(told -> events.done(told, became(told)));
        }
    }

    private String became(LineEvents.Told told) {
        return switch (told.what()) {
            case UNFOLLOW -> {
                accounts.follows(told.user(), false, told.at());
                yield "BLOCKED";
            }
            case FOLLOW -> {
                accounts.follows(told.user(), true, told.at());
                yield offer(told);
            }
            case WROTE -> offer(told);
            case PRESSED -> pressed(told);
            case LINKED -> {
                boolean linked = told.nonceHash() != null && accounts.link(told.nonceHash(), told.user(), told.at());
                answer(told, linked ? "message.line.linked" : "message.line.not-linked", "");
                yield linked ? "LINKED" : "NOT_LINKED";
            }
            case LINK_FAILED -> "NOT_LINKED";
        };
    }

    /** Late, it counts all the same: by the time that the event bears. Only the chat is not answered then. */
    private String pressed(LineEvents.Told told) {
        Optional<String> answer = rooms.stream().map(r -> r.pressed(new PressedInLine.Pressed(told.id(), told.user(), told.data(), told.at())))
                .flatMap(Optional::stream).findFirst();
        return answer.map(words -> mayReply(told) ? reply(told, words) : "TAKEN").orElseGet(() -> offer(told));
    }

    /** The way to our page of linking. It says nothing of anybody: whoever follows it needs a link and a code of ours. */
    private String offer(LineEvents.Told told) {
        if (!mayReply(told)) {
            return "TOO_LATE";
        }
        try {
            return answer(told, "message.line.offer", baseUrl + "/v/line?linkToken=" + line.linkToken(told.user()));
        } catch (IOException e) {
            LOG.warn("LINE, no link token: {}", e.getClass().getSimpleName());
            return "NOT_ANSWERED";
        }
    }

    /** Tried once, since a reply takes no key; whoever waits writes again. */
    private String answer(LineEvents.Told told, String key, String link) {
        return mayReply(told) ? reply(told, texts.getMessage(key, new Object[] {municipality.name(), link}, Locale.JAPANESE) + "\n\n"
                + texts.getMessage(key, new Object[] {municipality.nameEn(), link}, Locale.ENGLISH)) : "TOO_LATE";
    }

    private String reply(LineEvents.Told told, String words) {
        try {
            line.reply(told.replyToken(), words);
            return "ANSWERED";
        } catch (IOException e) {
            LOG.warn("LINE, no reply: {}", e.getClass().getSimpleName());
            return "NOT_ANSWERED";
        }
    }

    private boolean mayReply(LineEvents.Told told) {
        return told.replyToken() != null && clock.instant().isBefore(told.at().plus(REPLY));
    }
}
