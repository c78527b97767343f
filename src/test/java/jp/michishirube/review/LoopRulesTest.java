package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.review.LoopActs.Act;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rule of {@link LoopRules} notices its breach, done here to the database behind the product's back and taken back again. */
@ProductTest
class LoopRulesTest {

    @Autowired Loop loop;
    @Autowired LoopActs acts;
    @Autowired LoopRules rules;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    static Stream<Arguments> breaches() {
        String event = "insert into casefile.event (case_id, at, actor_id, actor, kind) values (:case, now(), 'x', 'x', '%s')";
        String round = "insert into review.round (case_id, version, decision, opens_all, decided_by, decided_by_name, decided_at)"
                + " values (:case, 9, 'RETURNED', false, 'x', 'x', now())";
        return Stream.of(
                arguments("a case is in exactly one party's list", Step.REVIEW_PLAN, "delete from inbox.work_item where case_id = :case"),
                arguments("a case is in exactly one party's list", Step.REVIEW_PLAN, """
                        insert into inbox.work_item (task_id, case_id, case_number, resident_name, resident_kana, area, step, party, office,
                            priority, created_at, due_at, waiting_since)
                        select 'twice', case_id, case_number, resident_name, resident_kana, area, 'REVISE_PLAN', 'OFFICE', office,
                            priority, created_at, due_at, waiting_since from inbox.work_item where case_id = :case"""),
                arguments("its office sees it", Step.REVISE_PLAN, "update inbox.work_item set office = 'WAKAKUSA' where case_id = :case"),
                arguments("nobody loses sight", Step.REVISE_PLAN, "update inbox.work_item set assignee = 'review1' where case_id = :case"),
                arguments("returned as often", Step.REVISE_PLAN, event.formatted("plan-returned")),
                arguments("decided twice", Step.REVISE_PLAN, event.formatted("plan-returned") + ";" + round),
                arguments("no version is altered", Step.REVIEW_PLAN, "update plan.submission set answers = '{}' where case_id = :case"),
                arguments("no remark vanishes", Step.REVISE_PLAN, "delete from review.remark where case_id = :case"),
                arguments("locked fields cannot be changed", Step.REVISE_PLAN,
                        "update plan.draft set answers = jsonb_set(answers, '{resident,name}', '\"別の 人\"') where case_id = :case"),
                arguments("rounds", Step.REVISE_PLAN, event.formatted("plan-resubmitted")),
                arguments("waiting days never start again", Step.REVISE_PLAN,
                        "update inbox.work_item set waiting_since = waiting_since + interval '1 day' where case_id = :case"),
                arguments("nothing changes at SIGN_PLAN", Step.SIGN_PLAN,
                        "update plan.draft set answers = jsonb_set(answers, '{resident,phone}', '\"0242-00-0001\"') where case_id = :case"));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("breaches")
    void isNoticed(String rule, Step at, String breach) {
        CaseFile file = loop.atReview();
        LoopRules.Watch watch = rules.new Watch(file);
        if (at == Step.REVISE_PLAN) {
            loop.as("review1", () -> acts.act(Act.REMARK, file, new Random(1)));
            loop.as("review1", () -> acts.act(Act.RETURN, file, new Random(1)));
            watch.returns++;
        } else if (at == Step.SIGN_PLAN) {
            loop.as("review1", () -> acts.act(Act.APPROVE, file, new Random(1)));
            watch.approvals++;
        }
        watch.look();
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            jdbc.sql("set local role michishirube_owner").update();
            jdbc.sql("set local session_replication_role = replica").update();
            for (String statement : breach.split(";")) {
                jdbc.sql(statement).param("case", file.id().value()).update();
            }
            watch.returns += rule.equals("decided twice") ? 1 : 0;
            assertThatThrownBy(watch::look).isInstanceOf(AssertionError.class).hasMessageContaining(rule);
        });
        acts.forget(file);
    }
}
