package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.TakeStep;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.problem.Problem;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people may do, or try to do, to a case in the revision loop; by the use cases that pages and API call. */
@Component
class LoopActs {

    private static final List<String> FIELDS = List.of("/resident/phone", "/resident/building", "/route/minutes", "/remarks/text", "/start/order");

    enum Act {
        REMARK, WITHDRAW, RETURN, RETURN_ALL, APPROVE, APPROVE_OLD, WRITE, KEEP, CHANGE, ACCEPT, REPLY, CLOSE, SUBMIT, OBJECT, TAKE, GIVE_BACK
    }

    private final MakeRemark make;
    private final ReturnPlan giveBack;
    private final ApprovePlan approve;
    private final AnswerRemark answer;
    private final AcceptProposal accept;
    private final ReplyToRemark reply;
    private final CloseRemark close;
    private final Remarks remarks;
    private final SubmitPlan submit;
    private final SaveDraft save;
    private final Drafts drafts;
    private final CaseProcess process;
    private final TakeStep take;
    private final WorkItems items;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    LoopActs(MakeRemark make, ReturnPlan giveBack, ApprovePlan approve, AnswerRemark answer, AcceptProposal accept, ReplyToRemark reply,
            CloseRemark close, Remarks remarks, SubmitPlan submit, SaveDraft save, Drafts drafts, CaseProcess process,
            TakeStep take, WorkItems items, RuntimeService runtime, TransactionTemplate transaction, JdbcClient jdbc) {
        this.make = make;
        this.giveBack = giveBack;
        this.approve = approve;
        this.answer = answer;
        this.accept = accept;
        this.reply = reply;
        this.close = close;
        this.remarks = remarks;
        this.submit = submit;
        this.save = save;
        this.drafts = drafts;
        this.process = process;
        this.take = take;
        this.items = items;
        this.runtime = runtime;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** @throws Problem when it is refused, or there is nothing to do it to */
    void act(Act act, CaseFile file, Random random) {
        int version = jdbc.sql("select max(version) from plan.submission where case_id = ?").param(file.id().value()).query(Integer.class).single();
        switch (act) {
            case REMARK -> make.make(file, version, field(random), RemarkKind.WRONG, "確かめてください", random.nextBoolean() ? "8" : null);
            case WITHDRAW -> make.withdraw(file, remark(file, random, r -> r.state() == RemarkState.DRAFT));
            case RETURN -> {
                sayWhy(file, version, random);
                giveBack.returnPlan(file, Step.REVIEW_PLAN, version, null, false);
            }
            case RETURN_ALL -> giveBack.returnPlan(file, Step.REVIEW_PLAN, version, "すべて見直してください", true);
            case APPROVE -> approve(file, version);
            case APPROVE_OLD -> approve(file, version - 1);
            case WRITE -> write(file, field(random), TextNode.valueOf(String.valueOf(1 + random.nextInt(99))));
            case KEEP -> answer.kept(file, remark(file, random, r -> r.state() == RemarkState.OPEN), "このままです");
            case CHANGE -> answer.changed(file, remark(file, random, r -> r.state() == RemarkState.OPEN), null);
            case ACCEPT -> accept.accept(file, remark(file, random, r -> r.proposed() != null));
            case REPLY -> reply.reply(file, remark(file, random, r -> true), "どこのことですか");
            case CLOSE -> close.close(file, remark(file, random, r -> true), null);
            case SUBMIT -> {
                answerTheRest(file, random);
                submit.submit(file.id(), Step.REVISE_PLAN, null, "");
            }
            case TAKE -> take.takeFrom(item(file).taskId(), item(file).assignee());
            case GIVE_BACK -> take.giveBack(item(file).taskId());
            case OBJECT -> transaction.executeWithoutResult(tx -> process.finish(file.id(), Step.SIGN_PLAN, Outcome.OBJECTED));
        }
    }

    /** Takes the case out of everyone's list: the lists are other tests' too. */
    void forget(CaseFile file) {
        transaction.executeWithoutResult(tx -> runtime.deleteProcessInstance(instance(file), "the loops are over"));
    }

    private String instance(CaseFile file) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey("case-" + file.id().value()).singleResult().getId();
    }

    /** Most people know that a return needs a remark. */
    private void sayWhy(CaseFile file, int version, Random random) {
        if (random.nextInt(4) > 0) {
            make.make(file, version, field(random), RemarkKind.UNCLEAR, "もう少しくわしく書いてください", null);
        }
    }

    /** Most people know that each remark needs an answer. */
    private void answerTheRest(CaseFile file, Random random) {
        if (random.nextInt(4) > 0) {
            remarks.of(file.id()).stream().filter(r -> r.state() == RemarkState.OPEN).forEach(r -> answer.kept(file, r.id(), "本人の希望です"));
        }
    }

    /** With the sealing taken out of the way: it is the signing room's business and takes longer than all the loop. */
    private void approve(CaseFile file, int version) {
        transaction.executeWithoutResult(tx -> {
            approve.approve(file, version, null);
            runtime.createProcessInstanceModification(instance(file)).cancelAllForActivity("SealApprovedPlan").startBeforeActivity("SignPlan").execute();
        });
    }

    private void write(CaseFile file, String field, JsonNode value) {
        Draft draft = drafts.find(file.id()).orElseThrow();
        JsonNode fit = field.endsWith("phone") ? JsonNodeFactory.instance.textNode("0242-55-55" + (10 + value.asInt() % 90)) : value;
        if (!save.save(file.id(), draft.version(), Map.of(field, fit)).complete()) {
            throw Problem.conflict("not-kept");
        }
    }

    private WorkItem item(CaseFile file) {
        return items.of(file.id()).stream().findFirst().orElseThrow(() -> Problem.conflict("nothing-to-do"));
    }

    private long remark(CaseFile file, Random random, Predicate<Remark> wanted) {
        List<Remark> found = remarks.of(file.id()).stream().filter(wanted).toList();
        if (found.isEmpty()) {
            throw Problem.conflict("nothing-to-do");
        }
        return found.get(random.nextInt(found.size())).id();
    }

    private static String field(Random random) {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }
}
