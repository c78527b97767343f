package jp.michishirube.renewal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Renewals of a plan for other systems. Who was asked is told by the part they have, never by name. */
@RestController
@RequestMapping("/api/v1/cases/{number}/renewals")
@PreAuthorize("hasAuthority('SCOPE_cases:read')")
@Tag(name = "cases")
class RenewalApi {

    private final CaseAccess access;
    private final ReadRenewals read;
    private final WhoAmI who;

    RenewalApi(CaseAccess access, ReadRenewals read, WhoAmI who) {
        this.access = access;
        this.read = read;
        this.who = who;
    }

    /** @param due day on which the plan in force is proposed for renewal by itself; null without one */
    record Body(Integer version, LocalDate since, LocalDate due, List<One> renewals) {}

    record One(
            Instant proposedAt, List<Why> reasons, PlanRenewal.Decision decision, Asking.Who askedWho, Asking.How askedHow, LocalDate askedOn,
            PlanRenewal.Outcome outcome, Integer newVersion, Instant endedAt) {}

    record Why(Trigger kind, LocalDate on) {}

    @GetMapping
    @Operation(summary = "The plan in force and every renewal of it, newest first, the open one before")
    Body renewals(@PathVariable CaseNumber number) {
        who.reading(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER);
        CaseFile file = access.open(number, "renewal");
        ReadRenewals.Stands stands = read.standing(file).orElse(null);
        return new Body(stands == null ? null : stands.version(), stands == null ? null : stands.since(), stands == null ? null : stands.due(),
                Stream.concat(read.open(file).stream(), read.past(file).stream()).map(RenewalApi::one).toList());
    }

    private static One one(ReadRenewals.Shown s) {
        PlanRenewal r = s.renewal();
        Asking a = s.asking();
        return new One(r.proposedAt(), s.reasons().stream().map(w -> new Why(w.kind(), w.on())).toList(), r.decision(), a == null ? null : a.who(),
                a == null ? null : a.how(), a == null ? null : a.on(), r.outcome(), r.newVersion(), r.endedAt());
    }
}
