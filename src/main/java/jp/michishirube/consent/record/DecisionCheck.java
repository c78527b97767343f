package jp.michishirube.consent.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.NewLife;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Signers;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** Whether a decision may be recorded as it was brought. */
@Component
public class DecisionCheck {

    private final Notices notices;
    private final Rules rules;
    private final NewLife newLife;
    private final Clock clock;

    DecisionCheck(Notices notices, Rules rules, NewLife newLife, Clock clock) {
        this.notices = notices;
        this.rules = rules;
        this.newLife = newLife;
        this.clock = clock;
    }

    /** @return the notices of the decisions, in their order */
    List<Notice> check(CaseFile file, ConsentGiven given, Map<Purpose, Standing> standing) {
        List<Notice> found = new ArrayList<>();
        List<FieldProblem> wrong = problems(given, found);
        if (isOver(file) && !newLife.possible(file)) {
            throw Problem.conflict("case-ended");
        }
        LocalDate born = file.resident().birthDate();
        if (born != null && given.decidedAt() != null && given.decidedAt().isBefore(born.atStartOfDay(Notices.JAPAN).toInstant())) {
            wrong.add(new FieldProblem("decidedAt", "before-birth"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("consent-invalid", wrong);
        }
        if (isOver(file) && !beginsAnew(found, given)) {
            throw Problem.conflict("case-ended-without-yes");
        }
        if (isOver(file) && !undoesRefusal(standing) && !newLife.possible(file, given.decidedAt())) {
            throw Problem.conflict("newer-decision");
        }
        for (int i = 0; i < found.size(); i++) {
            against(standing, found.get(i), given.decisions().get(i), given);
        }
        return found;
    }

    /** Whether the case ended without a plan. */
    public static boolean isOver(CaseFile file) {
        return file.state().isEnded() && !file.state().isInForce();
    }

    /** Then the times of the two decisions are compared ({@link #against}), not the one with the end of the case. */
    static boolean undoesRefusal(Map<Purpose, Standing> standing) {
        return standing.containsKey(Purpose.PLAN_MAKING) && standing.get(Purpose.PLAN_MAKING).isRefusal();
    }

    private static boolean beginsAnew(List<Notice> notices, ConsentGiven given) {
        return IntStream.range(0, notices.size())
                .anyMatch(i -> given.decisions().get(i).given() && notices.get(i).terms().purposes().contains(Purpose.PLAN_MAKING));
    }

    /** What is wrong with the decision itself, whatever stands already. */
    public List<FieldProblem> problems(ConsentGiven given, List<Notice> found) {
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < given.decisions().size(); i++) {
            notice("decisions[" + i + "]", given.decisions().get(i), wrong).ifPresent(found::add);
        }
        if (given.decisions().isEmpty() || asksTwice(found)) {
            wrong.add(new FieldProblem("decisions", "answer-required"));
        }
        time(given, found, wrong);
        Signers.check(rules.policy(), given.givenBy(), given.giverName(), given.relation(), given.giverGround(), wrong);
        channel(given, wrong);
        notTooLong("giverName", given.giverName(), 200, wrong);
        notTooLong("relation", given.relation(), 100, wrong);
        notTooLong("giverGround", given.giverGround(), 500, wrong);
        notTooLong("witness", given.witness(), 200, wrong);
        notTooLong("explainedBy", given.explainedBy(), 200, wrong);
        return wrong;
    }

    private Optional<Notice> notice(String field, ConsentGiven.Decided decided, List<FieldProblem> wrong) {
        Optional<Notice> notice = notices.find(decided.notice())
                .filter(n -> !n.terms().from().isAfter(LocalDate.ofInstant(clock.instant(), Notices.JAPAN)));
        if (notice.isEmpty()) {
            wrong.add(new FieldProblem(field + ".notice", "notice-unknown"));
        }
        if (decided.given() == null) {
            // Silence is no answer, and least of all a no, which would end the case.
            wrong.add(new FieldProblem(field + ".given", "answer-required"));
        } else if (notice.isEmpty()) {
            return notice;
        } else if (decided.given() && rules.isOutdated(decided.notice(), clock.instant())) {
            wrong.add(new FieldProblem(field + ".notice", "notice-outdated"));
        } else if (decided.given() && decided.recipients() != null
                && !choiceFits(notice.get(), decided)) {
            wrong.add(new FieldProblem(field + ".recipients", "recipients"));
        }
        return notice;
    }

    private static boolean choiceFits(Notice notice, ConsentGiven.Decided decided) {
        return notice.terms().recipients().containsAll(decided.recipients())
                && notice.terms().purposes().stream().noneMatch(p -> decided.recipientsFor(p, notice).isEmpty());
    }

    private static boolean asksTwice(List<Notice> found) {
        Set<Purpose> seen = new HashSet<>();
        return found.stream().flatMap(n -> n.terms().purposes().stream()).anyMatch(p -> !seen.add(p));
    }

    /** Nobody decided on a text before it was used. */
    private void time(ConsentGiven given, List<Notice> found, List<FieldProblem> wrong) {
        if (given.decidedAt() == null) {
            wrong.add(new FieldProblem("decidedAt", "day-required"));
        } else if (given.decidedAt().isAfter(clock.instant())) {
            wrong.add(new FieldProblem("decidedAt", "future"));
        } else if (found.stream().anyMatch(n -> n.isAfter(given.decidedAt()))) {
            wrong.add(new FieldProblem("decidedAt", "before-notice"));
        }
    }

    private static void channel(ConsentGiven given, List<FieldProblem> wrong) {
        if (given.channel() == null || given.channel() == Channel.CITY_OS) {
            wrong.add(new FieldProblem("channel", "channel-required"));
        }
        if (isBlank(given.explainedBy())) {
            wrong.add(new FieldProblem("explainedBy", "explainer-required"));
        }
        if (given.channel() == Channel.PAPER && given.scan() == null) {
            wrong.add(new FieldProblem("scan", "scan-required"));
        }
        if (given.channel() == Channel.ORAL && isBlank(given.witness())) {
            wrong.add(new FieldProblem("witness", "witness-required"));
        } else if (given.channel() == Channel.ORAL && given.witness().strip().equals(String.valueOf(given.explainedBy()).strip())) {
            wrong.add(new FieldProblem("witness", "witness-same"));
        }
        if (given.scan() != null) {
            Scans.refusal(given.scan()).ifPresent(kind -> wrong.add(new FieldProblem("scan", kind)));
        }
    }

    /** A yes is taken back by a withdrawal only, which erases and recalls; and an older paper does not overtake a newer decision. */
    private void against(Map<Purpose, Standing> standing, Notice notice, ConsentGiven.Decided decided, ConsentGiven given) {
        for (Purpose purpose : notice.terms().purposes()) {
            Standing before = standing.get(purpose);
            if (before == null) {
                continue;
            }
            if (given.decidedAt().isBefore(before.since())) {
                throw Problem.conflict("newer-decision");
            }
            if (rules.lets(before, clock.instant()) && !decided.recipientsFor(purpose, notice).containsAll(before.recipients())) {
                throw Problem.conflict("withdraw-first");
            }
        }
    }

    private static void notTooLong(String field, String text, int longest, List<FieldProblem> wrong) {
        if (text != null && text.length() > longest) {
            wrong.add(new FieldProblem(field, "too-long", longest));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
