package jp.michishirube.renewal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.record.Renewals;
import jp.michishirube.plan.versions.PlanInForce;
import org.springframework.stereotype.Component;

/** The renewals of a case as pages and programs see them. The caller has asked {@link jp.michishirube.casefile.CaseAccess} before. */
@Component
class ReadRenewals {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final PlanRenewals renewals;
    private final PlanInForce plans;
    private final SmallScope scope;
    private final StillSaid stillSaid;
    private final Renewals consents;
    private final RenewalPolicy policy;

    ReadRenewals(PlanRenewals renewals, PlanInForce plans, SmallScope scope, StillSaid stillSaid, Renewals consents, RenewalPolicy policy) {
        this.renewals = renewals;
        this.plans = plans;
        this.scope = scope;
        this.stillSaid = stillSaid;
        this.consents = consents;
        this.policy = policy;
    }

    /**
     * @param asking     null where nobody was asked
     * @param sections   titles of what a small one concerns
     * @param suggested  addresses of sections that the reasons speak of
     * @param mustChange reasons that the plan in force does not fit
     * @param consents   whether consents are to be asked for anew in the same visit
     */
    record Shown(PlanRenewal renewal, List<Reason> reasons, Asking asking, List<String> sections, List<String> suggested, List<Trigger> mustChange,
            boolean consents) {}

    /**
     * @param asked when somebody was asked last and nothing had changed; null for never
     * @param due   when it is proposed for renewal by itself
     */
    record Stands(int version, LocalDate since, LocalDate asked, LocalDate due) {}

    Optional<Shown> open(CaseFile file) {
        return renewals.open(file.id()).map(r -> shown(file, r));
    }

    /** Newest first. */
    List<Shown> past(CaseFile file) {
        return renewals.of(file.id()).stream().filter(r -> !r.isOpen()).map(r -> shown(file, r)).toList();
    }

    /** Empty without a plan in force. */
    Optional<Stands> standing(CaseFile file) {
        if (!file.state().isInForce()) {
            return Optional.empty();
        }
        return plans.standing(file.id()).map(s -> {
            LocalDate since = LocalDate.ofInstant(s.since(), TOKYO);
            LocalDate asked = renewals.lastAsked(file.id()).orElse(null);
            LocalDate base = asked != null && asked.isAfter(since) ? asked : since;
            return new Stands(s.version(), since, asked, base.plus(policy.after()));
        });
    }

    /** Those that a small one may concern, by address. */
    Map<String, String> sections(CaseFile file) {
        return scope.choices(file.id()).stream().collect(Collectors.toMap(SmallScope.Choice::address, SmallScope.Choice::title, (a, b) -> a, LinkedHashMap::new));
    }

    private Shown shown(CaseFile file, PlanRenewal renewal) {
        List<Reason> reasons = renewals.reasons(renewal);
        Map<String, String> titles = renewal.sections().isEmpty() ? Map.of() : sections(file);
        return new Shown(renewal, reasons, renewals.asking(renewal).orElse(null), renewal.sections().stream().map(s -> titles.getOrDefault(s, s)).toList(),
                renewal.isOpen() ? List.copyOf(scope.suggested(file.id(), reasons)) : List.of(), renewal.isOpen() ? stillSaid.of(file, reasons) : List.of(),
                renewal.isOpen() && !consents.of(List.of(file.id())).isEmpty());
    }
}
