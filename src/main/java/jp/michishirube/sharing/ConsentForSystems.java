package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.versions.SystemReading;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.Role;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city's other systems read plans on the consent to the making; supporters who have not agreed are not shown to them either. */
@Component
class ConsentForSystems implements SystemReading {

    private final MayQuestion consent;
    private final Disclosures disclosures;
    private final Drafts drafts;
    private final Submissions submissions;
    private final PlanInForce inForce;
    private final PlanForms forms;
    private final WhoAmI who;
    private final Clock clock;

    ConsentForSystems(MayQuestion consent, Disclosures disclosures, Drafts drafts, Submissions submissions, PlanInForce inForce, PlanForms forms, WhoAmI who, Clock clock) {
        this.consent = consent;
        this.disclosures = disclosures;
        this.drafts = drafts;
        this.submissions = submissions;
        this.inForce = inForce;
        this.forms = forms;
        this.who = who;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ObjectNode of(CaseFile file, FilledPlan plan) {
        Person me = who.me();
        if (!me.system()) {
            return plan.applicable();
        }
        Party party = Party.of(Party.Kind.MUNICIPALITY, me.id());
        Answer answer = consent.may(party, addresses(plan), file.resident().id(), Purpose.PLAN_MAKING, clock.instant());
        if (!answer.allowed()) {
            throw Problem.forbidden("plan-consent-missing");
        }
        disclosures.log(file.id(), party, me.name(), Purpose.PLAN_MAKING, answer, "plan");
        return narrowed(plan, answer.fields());
    }

    @Override
    @Transactional
    public void whole(CaseFile file, FilledPlan plan) {
        if (!of(file, plan).equals(plan.applicable())) {
            throw Problem.forbidden("plan-consent-missing");
        }
    }

    @Override
    @Transactional
    public void beside(CaseFile file) {
        if (!who.me().system()) {
            return;
        }
        List<FilledPlan> plans = Stream.of(drafts.find(file.id()), submissions.latest(file.id()), inForce.of(file.id())).flatMap(Optional::stream)
                .map(forms::filled).toList();
        if (plans.isEmpty()) {
            throw Problem.forbidden("plan-consent-missing");
        }
        plans.forEach(plan -> whole(file, plan));
    }

    /** Sections; supporters one by one, since each has an own answer. */
    private static Set<String> addresses(FilledPlan plan) {
        Set<String> addresses = new TreeSet<>();
        plan.sections().stream().filter(s -> !isSupporters(s.section()) && s.asked().anyMatch(AskedQuestion::isAnswered))
                .forEach(s -> addresses.add(s.address().toString()));
        plan.rows(Role.SUPPORTERS).forEach(r -> addresses.add(address(r)));
        return addresses;
    }

    private static ObjectNode narrowed(FilledPlan plan, Set<String> allowed) {
        ObjectNode answers = plan.applicable();
        plan.rows(Role.SUPPORTERS).stream().filter(r -> !allowed.contains(address(r)))
                .forEach(r -> Answers.put(plan.form(), answers, r.address().toString(), null));
        plan.sections().stream().filter(s -> !allowed.contains(s.address().toString()) && !isSupporters(s.section()))
                .forEach(s -> answers.remove(s.section().key()));
        return answers;
    }

    /** Then its rows were asked about one by one. */
    private static boolean isSupporters(FormSection section) {
        return section.isGroup() && section.fields().get(0).role() == Role.SUPPORTERS;
    }

    private static String address(AskedRow supporter) {
        return SupporterKey.field(SupportersInPlan.key(supporter.place()), "name");
    }
}
