package jp.michishirube.safety.warning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.telegram.ReadRiverForecast;
import jp.michishirube.safety.telegram.TelegramRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Telegrams that a distributor or the city's own receiver sends as they come; the body is the telegram itself. */
@RestController
@RequestMapping("/api/v1/telegrams")
@PreAuthorize("hasAuthority('SCOPE_warnings:write')")
@Tag(name = "warnings")
class TelegramsApi {

    private final TakeTelegram take;
    private final FeedReadings readings;
    private final WhoAmI who;

    TelegramsApi(TakeTelegram take, FeedReadings readings, WhoAmI who) {
        this.take = take;
        this.readings = readings;
        this.who = who;
    }

    /**
     * @param outcome {@code TAKEN}, {@code REPEATED} or {@code ELSEWHERE}: read, of a river that cannot reach the municipality, and not kept
     * @param id      of the telegram here; null for one elsewhere
     * @param level   of this municipality by all telegrams of that river; null where none stands, or it is elsewhere
     */
    record Taken(String outcome, Long id, Integer level) {}

    @PostMapping
    @UpTo("2MB")
    @Operation(summary = "Send one telegram of the weather office (指定河川洪水予報)",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = "application/xml", schema = @Schema(type = "string"))))
    ResponseEntity<Taken> take(HttpServletRequest request) throws IOException {
        Person me = who.handingOver(Role.REVIEWER, Role.ROSTER_MANAGER);
        if (request.getContentType() == null || !request.getContentType().matches("(application|text)/xml\\b.*")) {
            throw Problem.unsupported("xml-only");
        }
        String by = (me.system() ? "system " : "person ") + me.id();
        try {
            TakeTelegram.Taken taken = take.take(request.getInputStream().readNBytes(ReadRiverForecast.LARGEST + 1), Telegrams.Source.API, by);
            return ResponseEntity.status(taken.outcome() == TakeTelegram.Outcome.TAKEN ? 201 : 200).body(new Taken(taken.outcome().name(), taken.id(),
                    taken.state() == null || taken.state().level() == null ? null : Integer.valueOf(taken.state().highest())));
        } catch (TelegramRefused e) {
            readings.refused(by + " " + e.why(), e.why().name());
            throw Problem.invalid("telegram-not-read", List.of(new FieldProblem("/", "telegram-" + e.why())));
        }
    }
}
