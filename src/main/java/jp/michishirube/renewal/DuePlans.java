package jp.michishirube.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.sharing.SharedWithSupporter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans in force for which something is due, a page of cases at a time, each page in a statement for what time brings and one for supporters. */
@Repository
class DuePlans {

    private static final String IN_FORCE = "c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED')";

    private final JdbcClient jdbc;
    private final SupporterAgreements agreements;
    private final SharedWithSupporter shared;
    private final PlanInForce plans;
    private final PlanRenewals renewals;
    private final RenewalPolicy policy;

    DuePlans(JdbcClient jdbc, SupporterAgreements agreements, SharedWithSupporter shared, PlanInForce plans, PlanRenewals renewals, RenewalPolicy policy) {
        this.jdbc = jdbc;
        this.agreements = agreements;
        this.shared = shared;
        this.plans = plans;
        this.renewals = renewals;
        this.policy = policy;
    }

    /** @param last id of its last case */
    record Page(long last, int plans) {}

    record Due(CaseId caseId, Reason reason) {}

    /** @return empty when there are no more */
    Optional<Page> pageAfter(long caseId, int most) {
        return jdbc.sql("select max(id), count(*) from (select c.id from casefile.casefile c where c.id > ? and " + IN_FORCE + " order by c.id limit ?) p")
                .params(caseId, most).query((rs, n) -> new Page(rs.getLong(1), rs.getInt(2))).optional().filter(p -> p.plans() > 0);
    }

    /** What was not told before. Whom a plan names who helps no more comes before plans whose time is over. */
    List<Due> between(long after, Page page, LocalDate today) {
        List<Due> due = new ArrayList<>(supporters(after, page, today));
        due.addAll(years(after, page, today));
        return due;
    }

    private List<Due> years(long after, Page page, LocalDate today) {
        return jdbc.sql("""
                with plan as (
                    select c.id, greatest((f.since at time zone 'Asia/Tokyo')::date, coalesce(
                        (select max(a.asked_on) from renewal.asked a where a.case_id = c.id), (f.since at time zone 'Asia/Tokyo')::date)) base
                    from casefile.casefile c
                    join lateral (select i.since from plan.in_force i where i.case_id = c.id order by i.id desc limit 1) f on true
                    where c.id > :after and c.id <= :last and %s)
                select p.id, p.base from plan p where p.base <= :limit and not exists (
                    select 1 from renewal.reason r where r.case_id = p.id and r.kind = 'YEAR' and r.reason_key = p.base::text) order by p.id
                """.formatted(IN_FORCE)).param("after", after).param("last", page.last()).param("limit", today.minus(policy.after()))
                .query((rs, n) -> {
                    LocalDate base = rs.getObject("base", LocalDate.class);
                    return new Due(new CaseId(rs.getLong("id")), Reason.year(base, base.plus(policy.after())));
                }).list();
    }

    /** Most who once declined stand in no plan in force; whether one does is for the plan to say. */
    private List<Due> supporters(long after, Page page, LocalDate today) {
        List<Due> due = new ArrayList<>();
        agreements.declined(after, page.last()).forEach((caseId, keys) -> plans.standing(caseId).ifPresent(standing -> keys.stream()
                .map(key -> Reason.supporterEnded(key, standing.version(), today)).filter(reason -> !renewals.knows(caseId, reason))
                .filter(reason -> shared.isNamed(caseId, reason.supporterKey())).forEach(reason -> due.add(new Due(caseId, reason)))));
        return due;
    }
}
