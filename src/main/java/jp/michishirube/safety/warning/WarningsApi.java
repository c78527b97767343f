package jp.michishirube.safety.warning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.safety.event.Mode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is in force of the rivers that concern the municipality, for the city's own programs. */
@RestController
@RequestMapping("/api/v1/warnings")
@PreAuthorize("hasAuthority('SCOPE_warnings:read')")
@Tag(name = "warnings")
class WarningsApi {

    private final RiverStates states;
    private final Telegrams telegrams;
    private final WhoAmI who;

    WarningsApi(RiverStates states, Telegrams telegrams, WhoAmI who) {
        this.states = states;
        this.telegrams = telegrams;
        this.who = who;
    }

    /**
     * A level of the weather office is advice; the municipality's own 避難情報 decides.
     *
     * @param level      of the river; 0 for lifted, null where every issue was withdrawn and nobody knows
     * @param areas      level by 町; the empty word for people without one
     * @param publishers all who publish it, to be credited
     */
    record Warning(Mode mode, String river, String name, Integer level, Instant since, Instant reportedAt, String title, String publishers, boolean withdrawn,
                   boolean conflict, Concern concern, Map<String, Integer> areas) {}

    record Warnings(List<Warning> warnings) {}

    @GetMapping
    @Operation(summary = "What is in force, since when, and who published it")
    Warnings all() {
        who.reading(Role.REVIEWER, Role.ROSTER_MANAGER);
        return new Warnings(states.ours().stream().map(this::warning).toList());
    }

    private Warning warning(RiverState s) {
        Optional<KeptTelegram> last = Optional.ofNullable(s.telegram()).flatMap(telegrams::find);
        return new Warning(s.mode(), s.river(), s.name(), s.level(), s.since(), last.map(KeptTelegram::reportAt).orElse(null), last.map(KeptTelegram::words).orElse(null),
                last.map(KeptTelegram::publishers).orElse(null), s.withdrawn(), s.conflict(), s.concern(), s.areas());
    }
}
