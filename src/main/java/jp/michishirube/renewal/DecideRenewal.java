package jp.michishirube.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.door.PlainText;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the office does with a proposed renewal: the plan is confirmed by somebody who was asked, or written anew in parts or in whole. */
@Component
class DecideRenewal {

    static final int LONGEST_NAME = 120;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final CaseFiles cases;
    private final CaseProcess process;
    private final PlanRenewals renewals;
    private final PlanInForce plans;
    private final StillSaid stillSaid;
    private final SmallScope scope;
    private final RenewalPolicy policy;
    private final Timeline timeline;
    private final WhoAmI who;
    private final Clock clock;

    DecideRenewal(CaseFiles cases, CaseProcess process, PlanRenewals renewals, PlanInForce plans, StillSaid stillSaid, SmallScope scope,
            RenewalPolicy policy, Timeline timeline, WhoAmI who, Clock clock) {
        this.cases = cases;
        this.process = process;
        this.renewals = renewals;
        this.plans = plans;
        this.stillSaid = stillSaid;
        this.scope = scope;
        this.policy = policy;
        this.timeline = timeline;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Nothing changed. A copy made forward is no renewal: it counts only with who was asked, how and when.
     *
     * @param asking its parts may be null, as a form or a program left them out
     * @throws Problem {@code renewal-incomplete} (422) with each field; {@code renewal-needs-change} (409) while the plan still names what a
     *                 reason has ended; {@code stale-step} (409) when it is decided already
     */
    @Transactional
    public void unchanged(CaseFile file, Asking asking) {
        PlanRenewal renewal = proposed(file);
        List<FieldProblem> problems = problems(file, asking);
        if (!problems.isEmpty()) {
            throw Problem.invalid("renewal-incomplete", problems);
        }
        if (!stillSaid.of(file, renewals.reasons(renewal)).isEmpty()) {
            throw Problem.conflict("renewal-needs-change");
        }
        Asking kept = asking.who() == Asking.Who.SELF ? new Asking(asking.who(), "", asking.how(), asking.on()) : asking;
        renewals.asked(renewal, kept, who.acting());
        renewals.decide(renewal, PlanRenewal.Decision.UNCHANGED, List.of(), who.acting());
        renewals.end(renewal, PlanRenewal.Outcome.UNCHANGED, null);
        timeline.append(file.id(), "renewal-unchanged", Map.of("who", kept.who().name(), "how", kept.how().name(), "day", kept.on().toString()));
        process.finish(file.id(), Step.DECIDE_RENEWAL, Outcome.UNCHANGED);
    }

    /**
     * Something changed: the plan in force is written on as its next version, and stays in force until that one is.
     *
     * @param sections addresses of the form's sections that a small one opens; not read for a full one
     * @throws Problem {@code renewal-incomplete} (422) without a section, or with one that the form does not have; {@code stale-step} (409)
     */
    @Transactional
    public void change(CaseFile file, PlanRenewal.Decision decision, List<String> sections) {
        PlanRenewal renewal = proposed(file);
        boolean small = decision == PlanRenewal.Decision.SMALL;
        List<String> known = scope.choices(file.id()).stream().map(SmallScope.Choice::address).toList();
        if (small && (sections.isEmpty() || !known.containsAll(sections))) {
            throw Problem.invalid("renewal-incomplete", List.of(new FieldProblem("sections", "renewal-sections")));
        }
        renewals.decide(renewal, decision, small ? List.copyOf(new TreeSet<>(sections)) : List.of(), who.acting());
        timeline.append(file.id(), small ? "renewal-small" : "renewal-full");
        process.finish(file.id(), Step.DECIDE_RENEWAL, Outcome.CHANGED);
    }

    /**
     * A small one turns out to concern more than was thought: everything is open from now on. What was written stays.
     *
     * @throws Problem {@code stale-step} (409) when it is none, or is not being written
     */
    @Transactional
    public void widen(CaseFile file) {
        cases.hold(file.id());
        PlanRenewal renewal = renewals.open(file.id()).filter(r -> r.decision() == PlanRenewal.Decision.SMALL)
                .filter(r -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT)).orElseThrow(() -> Problem.conflict("stale-step"));
        renewals.decide(renewal, PlanRenewal.Decision.FULL, List.of(), who.acting());
        timeline.append(file.id(), "renewal-full");
    }

    private PlanRenewal proposed(CaseFile file) {
        cases.hold(file.id());
        return renewals.open(file.id()).filter(r -> r.decision() == null).orElseThrow(() -> Problem.conflict("stale-step"));
    }

    private List<FieldProblem> problems(CaseFile file, Asking asking) {
        List<FieldProblem> problems = new ArrayList<>();
        if (asking.who() == null) {
            problems.add(new FieldProblem("who", "renewal-who"));
        } else if (asking.who() != Asking.Who.SELF && asking.name().isBlank()) {
            problems.add(new FieldProblem("name", "renewal-name"));
        }
        if (asking.name().length() > LONGEST_NAME || !PlainText.is(asking.name())) {
            problems.add(new FieldProblem("name", "renewal-name-odd", LONGEST_NAME));
        }
        if (asking.how() == null) {
            problems.add(new FieldProblem("how", "renewal-how"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), TOKYO);
        if (asking.on() == null) {
            problems.add(new FieldProblem("on", "renewal-day"));
        } else if (asking.on().isAfter(today)) {
            problems.add(new FieldProblem("on", "renewal-day-future"));
        } else if (asking.on().isBefore(today.minus(policy.askedWithin())) || asking.on().isBefore(since(file))) {
            problems.add(new FieldProblem("on", "renewal-day-old", policy.askedWithin().toTotalMonths()));
        }
        return problems;
    }

    /** What was said before this version came into force was not said of it. */
    private LocalDate since(CaseFile file) {
        return plans.standing(file.id()).map(s -> LocalDate.ofInstant(s.since(), TOKYO)).orElse(LocalDate.MIN);
    }
}
