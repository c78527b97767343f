package jp.michishirube.consent.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** One resident's history in memory, driven by chance: decisions in any order, policies, notices, supporters, declarations, deliveries. */
final class World {

    /** What may happen in a history; a kind that never came up would prove nothing. */
    enum Kind { REQUEST, GRANT, REFUSAL, WITHDRAWAL, EXPIRY, RENEWAL, NOTICE_VERSION, POLICY, SUPPORTER, DECLARATION, PROTECTION, GIVEN, DENIED }

    static final String OFFICE = "AOBA";
    private static final List<String> KEYS = List.of(SupporterKey.of("田中", "1"), SupporterKey.of("佐々木", "2"));
    private static final List<String> FIELDS = List.of("/resident/name", "/medical/allergies", "/remarks/key", "/supporters",
            "/supporters/" + KEYS.get(0) + "/name", "/supporters/" + KEYS.get(1) + "/phone", "cityos.name");

    /** @param arrived place in the order of arrival, which need not be that of the decisions */
    record Entry(Purpose purpose, Standing standing) {}

    record Line(Party party, Purpose purpose, Instant at, Answer answer) {}

    final List<Entry> records = new ArrayList<>();
    final Map<Purpose, Standing> projection = new EnumMap<>(Purpose.class);
    final Map<String, SupporterAnswer> supporters = new HashMap<>();
    final List<Declaration> declarations = new ArrayList<>();
    final List<Line> log = new ArrayList<>();
    /** Code of the office that makes the plan, while the resident is protected (支援措置); else null. */
    String guardedBy;
    Rules rules = new Rules(new ConsentPolicy(null, null, null, null, null, null), List.of());
    Instant now = Instant.parse("2026-11-24T00:00:00Z");
    /** What the last step was. */
    Kind kind;
    /** What the last step asked, if it was a delivery. */
    Question asked;
    final String area;
    private long ids;
    private final Random chance;

    World(long seed) {
        this(seed, "青葉町");
    }

    World(long seed, String area) {
        this.chance = new Random(seed);
        this.area = area;
    }

    /** @return the delivery that this step asked for and got, or null */
    Line step() {
        now = now.plus(Duration.ofMinutes(chance.nextInt(600)));
        asked = null;
        switch (chance.nextInt(10)) {
            case 0, 1, 2 -> kind = record();
            case 3 -> {
                kind = Kind.SUPPORTER;
                supporters.put(any(KEYS), any(List.of(SupporterAnswer.values())));
            }
            case 4 -> {
                kind = Kind.DECLARATION;
                declare();
            }
            case 5 -> {
                kind = Kind.POLICY;
                rules = new Rules(policy(), rules.material());
            }
            case 6 -> {
                kind = Kind.NOTICE_VERSION;
                material();
            }
            case 7 -> {
                kind = Kind.PROTECTION;
                guardedBy = guardedBy == null ? OFFICE : null;
            }
            default -> {
                Line line = deliver();
                kind = line == null ? Kind.DENIED : Kind.GIVEN;
                return line;
            }
        }
        return null;
    }

    private Kind record() {
        EventType type = any(List.of(EventType.values()));
        Instant at = now.minus(Duration.ofMinutes(chance.nextInt(2000)));
        Instant until = type.allows() && chance.nextBoolean() ? at.plus(Duration.ofMinutes(chance.nextInt(3000))) : null;
        Set<Party.Kind> recipients = new TreeSet<>();
        Set<String> items = new TreeSet<>();
        if (type.allows()) {
            List.of(Party.Kind.values()).stream().filter(k -> chance.nextBoolean()).forEach(recipients::add);
            List.of("resident", "medical", "supporters", "cityos").stream().filter(k -> chance.nextInt(3) > 0).forEach(items::add);
        }
        Purpose purpose = any(List.of(Purpose.values()));
        Standing decision = new Standing(++ids, type, at, until, recipients, items,
                type.allows() ? new NoticeRef("n", 1 + chance.nextInt(3), null) : null);
        records.add(new Entry(purpose, decision));
        Standing before = projection.get(purpose);
        if (type != EventType.REQUESTED && (before == null || before.isOvertakenBy(decision))) {
            projection.put(purpose, decision);
        }
        return switch (type) {
            case REQUESTED -> Kind.REQUEST;
            case GIVEN -> Kind.GRANT;
            case REFUSED -> Kind.REFUSAL;
            case WITHDRAWN -> Kind.WITHDRAWAL;
            case EXPIRED -> Kind.EXPIRY;
            case RENEWED -> Kind.RENEWAL;
        };
    }

    private void declare() {
        Instant starts = now.minus(Duration.ofMinutes(chance.nextInt(600))).plus(Duration.ofMinutes(chance.nextInt(600)));
        boolean confirmed = chance.nextInt(3) > 0;
        declarations.add(new Declaration(++ids, "flood", chance.nextBoolean() ? Set.of() : Set.of(any(List.of(area, "港町"))), starts,
                starts.plus(Duration.ofMinutes(1 + chance.nextInt(1200))), "避難指示", "review1", "中村", now,
                confirmed ? any(List.of("review1", "review2")) : null, confirmed ? "小林" : null, confirmed ? now : null,
                chance.nextInt(4) == 0 ? now.plus(Duration.ofMinutes(chance.nextInt(600))) : null));
    }

    private ConsentPolicy policy() {
        Set<Party.Kind> recipients = new TreeSet<>();
        List.of(Party.Kind.values()).stream().filter(k -> chance.nextBoolean()).forEach(recipients::add);
        return new ConsentPolicy(null, chance.nextBoolean() ? null
                : new ConsentPolicy.Ordinance("条例", "第1号", recipients, chance.nextBoolean()), null, null,
                chance.nextBoolean() ? Set.of() : Set.of("resident"), null);
    }

    private void material() {
        List<Rules.MaterialVersion> versions = new ArrayList<>(rules.material());
        versions.add(new Rules.MaterialVersion("n", 2 + chance.nextInt(2), now.plus(Duration.ofMinutes(chance.nextInt(600)))));
        rules = new Rules(rules.policy(), versions);
    }

    private Line deliver() {
        Party.Kind kind = any(List.of(Party.Kind.values()));
        String key = switch (kind) {
            case SUPPORTER -> any(KEYS);
            case OFFICE -> any(List.of("x", OFFICE));
            case MUNICIPALITY -> chance.nextBoolean() ? "a-system" : null;
            default -> "x";
        };
        Party party = new Party(kind, key, chance.nextBoolean() ? null : any(List.of(area, "港町")));
        Set<String> fields = new TreeSet<>();
        FIELDS.stream().filter(f -> chance.nextBoolean()).forEach(fields::add);
        Purpose purpose = any(List.of(Purpose.values()));
        asked = new Question(party, fields, purpose, now);
        Answer answer = ask(projection.get(purpose), party, fields, purpose);
        if (!answer.allowed()) {
            return null;
        }
        if (!fields.containsAll(answer.fields())) {
            throw new AssertionError("more than was asked");
        }
        Line line = new Line(party, purpose, now, answer);
        log.add(line);
        return line;
    }

    Answer ask(Standing standing, Party party, Set<String> fields, Purpose purpose) {
        Long declaration = declarations.stream().filter(d -> d.stands(now) && d.covers(area, party.area())).map(Declaration::id)
                .findFirst().orElse(null);
        return Decision.of(rules, new Question(party, fields, purpose, now), new Facts(standing, supporters, declaration, guardedBy));
    }

    private <T> T any(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
