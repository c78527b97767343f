package jp.michishirube.consent.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.problem.FieldProblem;
import org.springframework.util.MultiValueMap;

/** What the bedside page posts, read without believing any of it. */
final class AskForm {

    private AskForm() {}

    /** @param fields as posted; a notice is named {@code notice=creation:1:ja}, its answers {@code decision-creation}, {@code recipients-creation} */
    static ConsentGiven read(MultiValueMap<String, String> fields, byte[] scan, Clock clock) {
        List<ConsentGiven.Decided> decisions = new ArrayList<>();
        for (String posted : fields.getOrDefault("notice", List.of())) {
            NoticeRef ref = ref(posted);
            String decision = fields.getFirst("decision-" + ref.id());
            if ("yes".equals(decision) || "no".equals(decision)) {
                decisions.add(new ConsentGiven.Decided(ref, decision.equals("yes"), recipients(fields, ref)));
            }
        }
        return new ConsentGiven(decisions, constant(GivenBy.class, fields.getFirst("givenBy")), text(fields, "giverName"),
                text(fields, "relation"), text(fields, "giverGround"), constant(Channel.class, fields.getFirst("channel")),
                text(fields, "witness"), text(fields, "explainedBy"), decidedAt(fields.getFirst("decidedAt"), clock),
                scan == null || scan.length == 0 ? null : scan);
    }

    /** Each question that must be answered and was not. */
    static List<FieldProblem> unanswered(MultiValueMap<String, String> fields) {
        return fields.getOrDefault("notice", List.of()).stream().map(n -> ref(n).id())
                .filter(id -> !fields.containsKey("optional-" + id) && !fields.containsKey("decision-" + id))
                .map(id -> new FieldProblem("decision-" + id, "answer-required")).toList();
    }

    private static NoticeRef ref(String posted) {
        String[] parts = posted.split(":");
        boolean readable = parts.length == 3 && parts[1].matches("\\d{1,6}");
        return readable ? new NoticeRef(parts[0], Integer.parseInt(parts[1]), parts[2]) : new NoticeRef("unknown", 0, "ja");
    }

    /** Boxes are shown only where there is a choice; without them the notice's own recipients hold. */
    private static Set<Party.Kind> recipients(MultiValueMap<String, String> fields, NoticeRef ref) {
        if (!fields.containsKey("choose-" + ref.id())) {
            return null;
        }
        return fields.getOrDefault("recipients-" + ref.id(), List.of()).stream().map(r -> constant(Party.Kind.class, r))
                .filter(r -> r != null).collect(Collectors.toSet());
    }

    /** Today means now. An earlier day counts from its beginning, so that a withdrawal on that day is not overtaken. */
    static Instant decidedAt(String day, Clock clock) {
        try {
            LocalDate date = LocalDate.parse(day == null ? "" : day.strip());
            LocalDate today = LocalDate.ofInstant(clock.instant(), Notices.JAPAN);
            return date.equals(today) ? clock.instant() : date.atStartOfDay(Notices.JAPAN).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
