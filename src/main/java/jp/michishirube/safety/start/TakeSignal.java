package jp.michishirube.safety.start;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.michishirube.door.PlainTime;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the word that something has happened, from another system (発災通知フラグ) or the municipality's own order: once by the sender's own id, and kept as it came. */
@Component
public class TakeSignal {

    private static final int ID_LENGTH = 64;
    private static final int WORDS_LENGTH = 300;
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final RaiseProposal raise;
    private final Events events;
    private final JdbcClient jdbc;
    private final Clock clock;

    TakeSignal(RaiseProposal raise, Events events, JdbcClient jdbc, Clock clock) {
        this.raise = raise;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param level 警戒レベル 2 to 5; null where the sender knows none
     * @param areas 町; none for the whole municipality
     * @param at    when it happened
     */
    public record Signal(String id, Mode mode, Hazard hazard, Integer level, List<String> areas, Instant at, String words) {}

    /** @param repeated it came before: nothing was done */
    public record Taken(long id, boolean repeated, RaiseProposal.Outcome outcome) {}

    /**
     * @param source as the table is asked: FLAG or ORDER
     * @throws Problem {@code signal-invalid} (422) naming the fields, {@code areas} for a 町 that nobody knows; {@code signal-id-reused} (409) for the id of
     *                 another signal
     */
    @Transactional
    public Taken take(String source, String sender, Signal sent) {
        check(sent);
        List<String> known = events.knownAreas();
        if (!known.containsAll(sent.areas())) {
            throw Problem.invalid("signal-invalid", List.of(new FieldProblem("/areas", "signal-area")));
        }
        Optional<Long> id = given("""
                insert into safety.signal (sender, sender_id, received_at, mode, hazard, level, areas, at, words)
                values (:sender, :id, :now, :mode, :hazard, :level, :areas, :at, :words) on conflict (sender, sender_id) do nothing returning id
                """, sender, sent).param("now", Timestamp.from(clock.instant())).query(Long.class).optional();
        if (id.isEmpty()) {
            return repeated(sender, sent);
        }
        int level = sent.level() == null ? 0 : sent.level();
        StartRules.Decision decision = raise.decide(new StartRules.Facts(source, sent.mode().name(), sent.hazard().name(), level, "NAMED"));
        Map<String, Integer> areas = new TreeMap<>();
        (sent.areas().isEmpty() ? known : sent.areas()).forEach(area -> areas.put(area, level));
        return new Taken(id.get(), false, areas.isEmpty() ? RaiseProposal.Outcome.NOTHING : raise.raise(sent.mode(), decision, areas, new Cause(null, id.get(), sent.words())));
    }

    private Taken repeated(String sender, Signal sent) {
        return given("""
                select id from safety.signal where sender = :sender and sender_id = :id and mode = :mode and hazard = :hazard and level is not distinct from :level and areas = cast(:areas as text[])
                    and at = :at and words = :words
                """, sender, sent).query(Long.class).optional().map(id -> new Taken(id, true, RaiseProposal.Outcome.NOTHING)).orElseThrow(() -> Problem.conflict("signal-id-reused"));
    }

    private JdbcClient.StatementSpec given(String sql, String sender, Signal sent) {
        return jdbc.sql(sql).param("sender", sender).param("id", sent.id()).param("mode", sent.mode().name()).param("hazard", sent.hazard().name())
                .param("level", sent.level(), Types.SMALLINT).param("areas", sent.areas().toArray(String[]::new)).param("at", Timestamp.from(sent.at())).param("words", sent.words());
    }

    private void check(Signal sent) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (sent.id() == null || sent.id().isBlank() || sent.id().length() > ID_LENGTH) {
            wrong.add(new FieldProblem("/id", "required"));
        }
        if (sent.mode() == null) {
            wrong.add(new FieldProblem("/mode", "required"));
        }
        if (sent.hazard() == null) {
            wrong.add(new FieldProblem("/hazard", "required"));
        }
        if (sent.level() != null && (sent.level() < 2 || sent.level() > 5)) {
            wrong.add(new FieldProblem("/level", "signal-level"));
        }
        if (sent.at() == null || !PlainTime.is(sent.at()) || sent.at().isAfter(clock.instant().plus(AHEAD))) {
            wrong.add(new FieldProblem("/at", "signal-at"));
        }
        if (sent.words().length() > WORDS_LENGTH) {
            wrong.add(new FieldProblem("/words", "too-long"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("signal-invalid", wrong);
        }
    }
}
