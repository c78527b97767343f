package jp.michishirube.consent.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** Which notices a conversation is about, as the municipality's policy says. */
@Component
public class AskedNotices {

    private static final Set<Set<Purpose>> SHARING = Set.of(Set.of(Purpose.PLAN_GIVING), Set.of(Purpose.PEACETIME_SHARING));

    private final Notices notices;
    private final Rules rules;
    private final Standings standings;
    private final Clock clock;

    AskedNotices(Notices notices, Rules rules, Standings standings, Clock clock) {
        this.notices = notices;
        this.rules = rules;
        this.standings = standings;
        this.clock = clock;
    }

    /** @param optional the person may leave it for later: it is another purpose than the one the case waits for */
    public record Asked(Notice notice, boolean optional) {}

    public List<Asked> creation(long residentId, String language) {
        boolean combined = rules.policy().asking() == ConsentPolicy.Asking.COMBINED;
        List<Asked> asked = new ArrayList<>();
        Optional<Notice> both = combined ? notices.asking(Set.of(Purpose.PLAN_MAKING, Purpose.PLAN_GIVING), language) : Optional.empty();
        both.or(() -> notices.asking(Set.of(Purpose.PLAN_MAKING), language)).ifPresent(n -> asked.add(new Asked(n, false)));
        if (combined && !stands(standings.of(residentId), Purpose.PEACETIME_SHARING)) {
            // With one visit less, the question of 49条の15 would otherwise never come up; it stays a question of its own.
            notices.asking(Set.of(Purpose.PEACETIME_SHARING), language).ifPresent(n -> asked.add(new Asked(n, true)));
        }
        return asked;
    }

    public List<Asked> sharing(long residentId, String language) {
        Map<Purpose, Standing> standing = standings.of(residentId);
        List<Asked> asked = new ArrayList<>();
        for (Purpose purpose : List.of(Purpose.PLAN_GIVING, Purpose.PEACETIME_SHARING)) {
            if (!stands(standing, purpose)) {
                notices.asking(Set.of(purpose), language).ifPresent(n -> asked.add(new Asked(n, false)));
            }
        }
        return asked;
    }

    /**
     * That a step is given the decisions that its conversation asks for, all of them and no other: a yes to giving the plan away belongs to a
     * question that was read out for it, and the step ends with its answers, so that one left out would never be asked. A text that came into
     * use between question and answer changes nothing of this.
     *
     * @throws Problem {@code consent-invalid} (422) naming the decision that was not asked, or the one that is missing
     */
    public void requireAsked(Step step, long residentId, ConsentGiven given) {
        boolean creation = step == Step.OBTAIN_CREATION_CONSENT;
        List<FieldProblem> wrong = new ArrayList<>();
        Set<Purpose> decided = new HashSet<>();
        for (int i = 0; i < given.decisions().size(); i++) {
            Optional<Notice> notice = notices.find(given.decisions().get(i).notice());
            notice.ifPresent(n -> decided.addAll(n.terms().purposes()));
            if (notice.isPresent() && !(creation ? creationAsks() : SHARING).contains(Set.copyOf(notice.get().terms().purposes()))) {
                wrong.add(new FieldProblem("decisions[" + i + "].notice", "notice-not-asked-here"));
            }
        }
        Set<Purpose> needed = creation ? Set.of(Purpose.PLAN_MAKING)
                : sharing(residentId, "ja").stream().flatMap(a -> a.notice().terms().purposes().stream()).collect(Collectors.toSet());
        if (wrong.isEmpty() && !decided.isEmpty() && !decided.containsAll(needed)) {
            wrong.add(new FieldProblem("decisions", "answer-required"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("consent-invalid", wrong);
        }
    }

    private Set<Set<Purpose>> creationAsks() {
        return rules.policy().asking() == ConsentPolicy.Asking.COMBINED
                ? Set.of(Set.of(Purpose.PLAN_MAKING), Set.of(Purpose.PLAN_MAKING, Purpose.PLAN_GIVING), Set.of(Purpose.PEACETIME_SHARING))
                : Set.of(Set.of(Purpose.PLAN_MAKING));
    }

    /** One that soon runs out may be asked for again already now. */
    private boolean stands(Map<Purpose, Standing> standing, Purpose purpose) {
        return standing.containsKey(purpose) && rules.lets(standing.get(purpose), clock.instant())
                && !standing.get(purpose).hasExpired(clock.instant().plus(Renewals.SOON));
    }
}
