package jp.michishirube.safety.start;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.warning.RefusedSignals;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 発災通知フラグ: the city OS or the disaster app says that something has happened. */
@RestController
@RequestMapping("/api/v1/disaster-signals")
@PreAuthorize("hasAuthority('SCOPE_signals:write')")
@Tag(name = "warnings")
class SignalsApi {

    private final TakeSignal take;
    private final RefusedSignals refused;
    private final WhoAmI who;

    SignalsApi(TakeSignal take, RefusedSignals refused, WhoAmI who) {
        this.take = take;
        this.refused = refused;
        this.who = who;
    }

    /**
     * @param id    the sender's own, up to 64 characters; sent twice it is one signal
     * @param mode  left out it is refused: a drill is never taken for the real thing, nor the other way round
     * @param level 警戒レベル 2 to 5; left out where the sender knows none
     * @param areas 町; left out or empty for the whole municipality
     * @param at    when it happened
     * @param words up to 300 characters, shown to the officer; nothing of a person
     */
    record Sent(String id, Mode mode, Hazard hazard, Integer level, List<String> areas, Instant at, String words) {}

    /** @param outcome {@code PROPOSED}, {@code BEGAN}, {@code ASKED_ALREADY}, {@code NOTHING} by the municipality's table, or {@code REPEATED} */
    record Taken(long id, String outcome) {}

    @PostMapping
    @Operation(summary = "Say that something has happened")
    ResponseEntity<Taken> take(@RequestBody Sent sent) {
        Person me = who.handingOver(Role.REVIEWER, Role.ROSTER_MANAGER);
        String sender = (me.system() ? "system " : "person ") + me.id();
        List<String> areas = sent.areas() == null ? List.of() : sent.areas().stream().filter(Objects::nonNull).distinct().sorted().toList();
        try {
            TakeSignal.Taken taken = take.take("FLAG", sender, new TakeSignal.Signal(sent.id(), sent.mode(), sent.hazard(), sent.level(), areas,
                    sent.at() == null ? null : sent.at().truncatedTo(ChronoUnit.MILLIS), sent.words() == null ? "" : sent.words().strip()));
            return ResponseEntity.status(taken.repeated() ? 200 : 201).body(new Taken(taken.id(), taken.repeated() ? "REPEATED" : taken.outcome().name()));
        } catch (Problem problem) {
            // a disaster that was told in vain must not be told to a log alone
            refused.keep(sender + " " + problem.kind(), problem.kind().equals("signal-invalid") ? "SIGNAL_INVALID" : "SIGNAL_REUSED");
            throw problem;
        }
    }
}
