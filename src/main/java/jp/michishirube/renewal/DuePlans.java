package jp.michishirube.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
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
    private final LeftAside leftAside;

    DuePlans(JdbcClient jdbc, SupporterAgreements agreements, SharedWithSupporter shared, PlanInForce plans, PlanRenewals renewals, RenewalPolicy policy,
            LeftAside leftAside) {
        this.jdbc = jdbc;
        this.agreements = agreements;
        this.shared = shared;
        this.plans = plans;
        this.renewals = renewals;
        this.policy = policy;
        this.leftAside = leftAside;
    }

    /** @param last id of its last case */
    record Page(long last, int plans) {}

    record Due(CaseId caseId, Reason reason) {}

    /** @return empty when there are no more */
    Optional<Page> pageAfter(long caseId, int most) {
        return jdbc.sql("select max(id), count(*) from (select c.id from casefile.casefile c where c.id > ? and " + IN_FORCE + " order by c.id limit ?) p")
                .params(caseId, most).query((rs, n) -> new Page(rs.getLong(1), rs.getInt(2))).optional().filter(p -> p.plans() > 0);
    }

    /** @param unread plans of which nobody can tell whom they name: left aside for people */
    record Look(List<Due> due, int unread) {}

    /** What was not told before. Whom a plan names who helps no more comes before plans whose time is over. */
    Look between(long after, Page page, LocalDate today) {
        Look supporters = supporters(after, page, today);
        return new Look(Stream.concat(supporters.due().stream(), years(after, page, today).stream()).toList(), supporters.unread());
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
    private Look supporters(long after, Page page, LocalDate today) {
        List<Due> due = new ArrayList<>();
        int[] unread = new int[1];
        agreements.declined(after, page.last()).forEach((caseId, keys) -> plans.standing(caseId).ifPresent(standing -> {
            boolean read = leftAside.attempt(LeftAside.Item.of(LeftAside.Work.READ_PLAN, caseId.value()).ofCase(caseId), () -> keys.stream()
                    .map(key -> Reason.supporterEnded(key, standing.version(), today)).filter(reason -> !renewals.knows(caseId, reason))
                    .filter(reason -> shared.isNamed(caseId, reason.supporterKey())).forEach(reason -> due.add(new Due(caseId, reason))));
            unread[0] += read ? 0 : 1;
        }));
        return new Look(due, unread[0]);
    }
}
