package jp.michishirube.safety.warning;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.michishirube.evacuation.flight.KnownTowns;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.telegram.ReadRiverForecast;
import jp.michishirube.safety.telegram.RiverForecast;
import jp.michishirube.safety.telegram.TelegramRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a telegram: once, whatever way and however often it comes. What is in force of its river is made anew from all of that river's telegrams in the
 * order of their own times, so that one which comes late, doubled or in another order changes nothing in the end.
 */
@Component
public class TakeTelegram {

    /** As far as a clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Telegrams telegrams;
    private final RiverStates states;
    private final Events events;
    private final KnownTowns towns;
    private final ObjectProvider<HearWarnings> listeners;
    private final WarningPolicy policy;
    private final Municipality municipality;
    private final Clock clock;

    TakeTelegram(Telegrams telegrams, RiverStates states, Events events, KnownTowns towns, ObjectProvider<HearWarnings> listeners, Municipality municipality, Clock clock) {
        this.telegrams = telegrams;
        this.states = states;
        this.events = events;
        this.towns = towns;
        this.listeners = listeners;
        this.policy = municipality.section("warnings", WarningPolicy.class);
        this.municipality = municipality;
        this.clock = clock;
    }

    enum Outcome {
        TAKEN, REPEATED,
        /** Of a river that cannot reach the municipality: read, and not kept. */
        ELSEWHERE
    }

    /** @param state of its river now; null for one elsewhere */
    record Taken(Outcome outcome, Long id, RiverState state) {}

    /**
     * @param by the client, or the feed
     * @throws TelegramRefused for what is not read
     */
    @Transactional
    public Taken take(byte[] content, Telegrams.Source source, String by) {
        RiverForecast said = ReadRiverForecast.read(new ByteArrayInputStream(content));
        if (said.head().reportAt().isAfter(clock.instant().plus(AHEAD)) || said.head().controlAt().isAfter(clock.instant().plus(AHEAD))) {
            throw new TelegramRefused(TelegramRefused.Why.FROM_THE_FUTURE);
        }
        List<KeptTelegram.Reach> reaches = said.reaches().stream().filter(r -> r.city().equals(municipality.code().substring(0, 5) + "00"))
                .map(r -> new KeptTelegram.Reach(r.level(), r.districts())).toList();
        if (isElsewhere(said, reaches)) {
            return new Taken(Outcome.ELSEWHERE, null, null);
        }
        states.lock(said.head().mode(), said.river());
        byte[] hash = sha256(content);
        Optional<Long> id = telegrams.put(said, reaches, hash, content, source, by);
        if (id.isEmpty()) {
            return new Taken(Outcome.REPEATED, telegrams.find(hash).orElseThrow(), states.of(said.head().mode(), said.river()));
        }
        RiverState before = states.of(said.head().mode(), said.river());
        RiverState now = state(before, Course.of(telegrams.of(before.mode(), before.river())));
        states.put(now);
        KeptTelegram kept = telegrams.find(id.get()).orElseThrow();
        listeners.forEach(listener -> listener.heard(before, now, kept));
        return new Taken(Outcome.TAKEN, id.get(), now);
    }

    /** Whoever names our municipality names our prefecture; a withdrawal may name nothing. */
    private boolean isElsewhere(RiverForecast said, List<KeptTelegram.Reach> reaches) {
        return reaches.isEmpty() && !policy.rivers().containsKey(said.river()) && !said.prefectures().isEmpty()
                && !said.prefectures().contains(municipality.code().substring(0, 2));
    }

    private RiverState state(RiverState before, Course course) {
        Optional<KeptTelegram> last = course.last();
        String name = course.issues().stream().map(KeptTelegram::name).filter(n -> !n.isEmpty()).reduce((older, newer) -> newer).orElse(before.name());
        RiverState head = new RiverState(before.mode(), before.river(), name, last.map(KeptTelegram::level).orElse(null), course.first().map(KeptTelegram::reportAt).orElse(null),
                last.map(KeptTelegram::id).orElse(null), course.withdrawn(), course.lastWithDoubts().size() > 1, Concern.NOT_OURS, List.of(), before.areas());
        return new OurAreas(policy, municipality.code(), events.knownAreas(), towns::has).state(head, course);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
