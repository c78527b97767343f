package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Ten thousand histories: no disclosure without a standing ground, each explained by its line, replay gives the same answer. The seed
 * is fixed, so that every machine walks the same ones; jqwik prints it. {@link HistoriesOnTheDatabaseTest} walks some with SQL.
 */
class ConsentHistoriesTest {

    private final Map<World.Kind, Integer> events = new EnumMap<>(World.Kind.class);
    private int mixed;
    private final Map<Ground, Integer> grounds = new EnumMap<>(Ground.class);
    private final Map<String, Integer> protectedAnswers = new TreeMap<>();

    @Property(tries = 10_000, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
    void nothingIsDisclosedWithoutAStandingGround(@ForAll("seeds") long seed, @ForAll @IntRange(min = 5, max = 60) int steps) {
        World world = new World(seed);
        for (int i = 0; i < steps; i++) {
            World.Line line = world.step();
            events.merge(world.kind, 1, Integer::sum);
            if (world.asked != null && world.guardedBy != null) {
                protectedAnswers.merge(line == null ? "withheld" : line.party().kind().name(), 1, Integer::sum);
            }
            if (line != null) {
                line.answer().parts().forEach(part -> grounds.merge(part.ground(), 1, Integer::sum));
                mixed += line.answer().parts().size() - 1;
                assertThat(standsOn(world, line)).as("%s at %s", line, world.now).isTrue();
                assertThat(world.log.get(world.log.size() - 1)).isEqualTo(line);
            }
        }
    }

    /** A history in which nothing is withdrawn or declared would prove nothing about it. */
    @AfterProperty
    void everyKindOfEventCameUp() {
        if (!events.isEmpty()) {
            assertThat(events).containsOnlyKeys(World.Kind.values()).allSatisfy((kind, n) -> assertThat(n).as(kind.name()).isGreaterThan(1_000));
            assertThat(protectedAnswers).containsOnlyKeys("withheld", "FIRE_SERVICE", "POLICE", "OFFICE", "MUNICIPALITY");
            assertThat(grounds).containsOnlyKeys(Ground.CONSENT, Ground.ORDINANCE, Ground.DECLARED_DISASTER)
                    .allSatisfy((ground, n) -> assertThat(n).as(ground.name()).isGreaterThan(100));
            assertThat(mixed).as("own consent, and a disaster beyond it").isGreaterThan(5);
        }
    }

    @Property(tries = 10_000, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
    void replayingTheRecordsInAnyOrderGivesTheSameAnswer(@ForAll("seeds") long seed, @ForAll @IntRange(min = 5, max = 60) int steps) {
        World world = new World(seed);
        for (int i = 0; i < steps; i++) {
            world.step();
        }
        List<World.Entry> shuffled = new ArrayList<>(world.records);
        Collections.shuffle(shuffled, new Random(seed));
        for (Purpose purpose : Purpose.values()) {
            Optional<Standing> replayed = Standing.replay(shuffled.stream().filter(e -> e.purpose() == purpose).map(World.Entry::standing).toList());
            assertThat(replayed).isEqualTo(Optional.ofNullable(world.projection.get(purpose)));
            for (Party.Kind kind : Party.Kind.values()) {
                Party party = Party.of(kind, SupporterKey.of("田中", "1"));
                Set<String> fields = Set.of("/resident/name", "/supporters/" + party.key() + "/name");
                assertThat(world.ask(replayed.orElse(null), party, fields, purpose))
                        .isEqualTo(world.ask(world.projection.get(purpose), party, fields, purpose));
            }
        }
    }

    /** Evenly drawn: the usual leaning to small numbers would walk the same history again and again. */
    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    /** The law told a second time and plainly, over the whole history instead of its projection. */
    private static boolean standsOn(World world, World.Line line) {
        return line.answer().parts().stream().allMatch(part -> partStandsOn(world, new World.Line(line.party(), line.purpose(), line.at(), part)));
    }

    private static boolean partStandsOn(World world, World.Line line) {
        Answer answer = line.answer();
        boolean supportersAsked = switch (answer.ground()) {
            case CONSENT -> true;
            case ORDINANCE -> !world.rules.policy().ordinance().waivesSupporters();
            default -> false;
        };
        return mayKnow(world, line.party()) && ground(world, line) && supporters(world, line, supportersAsked);
    }

    /** Whatever was agreed, laid down or declared: of a protected resident only rescue bodies hear, and those who make the plan. */
    private static boolean mayKnow(World world, Party party) {
        return world.guardedBy == null || Set.of(Party.Kind.FIRE_SERVICE, Party.Kind.POLICE).contains(party.kind())
                || party.kind() == Party.Kind.OFFICE && World.OFFICE.equals(party.key())
                || party.kind() == Party.Kind.MUNICIPALITY && party.key() == null;
    }

    private static boolean ground(World world, World.Line line) {
        List<Standing> decisions = world.records.stream().filter(e -> e.purpose() == line.purpose()).map(World.Entry::standing)
                .filter(s -> s.state() != EventType.REQUESTED)
                .sorted(Comparator.comparing(Standing::since).thenComparing(Standing::recordId)).toList();
        Standing last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
        Party.Kind kind = line.party().kind();
        return switch (line.answer().ground()) {
            case CONSENT -> last != null && last.recordId() == line.answer().recordId()
                    && (last.state() == EventType.GIVEN || last.state() == EventType.RENEWED)
                    && (last.validUntil() == null || last.validUntil().isAfter(world.now))
                    && last.recipients().contains(kind)
                    && line.answer().fields().stream().allMatch(f -> last.items().stream().anyMatch(i -> f.matches("/?" + i + "([./].*)?")))
                    && world.rules.material().stream().noneMatch(m -> m.version() > last.notice().version() && !m.from().isAfter(world.now));
            case ORDINANCE -> world.rules.policy().ordinance() != null && world.rules.policy().ordinance().recipients().contains(kind)
                    && (line.purpose() == Purpose.PLAN_GIVING || line.purpose() == Purpose.PEACETIME_SHARING)
                    && (last == null || last.state() != EventType.REFUSED && last.state() != EventType.WITHDRAWN);
            case DECLARED_DISASTER -> kind.isSupportingParty()
                    && (line.purpose() == Purpose.PLAN_GIVING || line.purpose() == Purpose.PEACETIME_SHARING)
                    && world.declarations.stream().anyMatch(d -> d.id() == line.answer().recordId() && d.confirmedBy() != null
                            && !d.confirmedBy().equals(d.declaredBy()) && !d.startsAt().isAfter(world.now) && d.endsAt().isAfter(world.now)
                            && (d.endedAt() == null || d.endedAt().isAfter(world.now))
                            && (d.areas().isEmpty() || d.areas().contains(world.area)));
            default -> false;
        };
    }

    private static boolean supporters(World world, World.Line line, boolean mustAgree) {
        List<String> named = new ArrayList<>();
        for (String field : line.answer().fields()) {
            if (field.equals("/supporters")) {
                return false;
            }
            if (field.startsWith("/supporters/")) {
                named.add(field.split("/")[2]);
            }
        }
        if (line.party().kind() == Party.Kind.SUPPORTER) {
            named.add(line.party().key());
        }
        return named.stream().allMatch(k -> mustAgree ? world.supporters.get(k) == SupporterAnswer.AGREED
                : world.supporters.get(k) != SupporterAnswer.REFUSED);
    }
}
