package jp.michishirube.consent.rule;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * The gates of the process model ({@code CheckCreationConsent}, {@code CheckSharingConsent}), on the same records and policy as
 * {@link MayQuestion}. A store that does not answer stops the process with an error to be retried; it never opens a gate.
 */
@Component
@NamedInterface("rule")
public class Gate {

    private final Rules rules;
    private final Standings standings;
    private final CaseFiles cases;
    private final Clock clock;

    public Gate(Rules rules, Standings standings, CaseFiles cases, Clock clock) {
        this.rules = rules;
        this.standings = standings;
        this.cases = cases;
        this.clock = clock;
    }

    /** 49条の14: no plan without the resident's consent to its making, whatever the ordinance says about sharing. */
    public GateAnswer creation(CaseId caseId) {
        return of(rules, standings.find(residentOf(caseId), Purpose.PLAN_MAKING).orElse(null), clock.instant());
    }

    /** The same question for many cases at once. */
    public Map<CaseId, GateAnswer> creation(Collection<CaseFile> files) {
        Instant now = clock.instant();
        Map<Long, Standing> standing = standings.find(files.stream().map(f -> f.resident().id()).toList(), Purpose.PLAN_MAKING);
        return files.stream().collect(Collectors.toMap(CaseFile::id, f -> of(rules, standing.get(f.resident().id()), now)));
    }

    /** 49条の15: whether there is anyone at all to whom the plan may go. What each recipient may have is asked again per recipient. */
    public GateAnswer sharing(CaseId caseId) {
        Map<Purpose, Standing> standing = new EnumMap<>(Purpose.class);
        long resident = residentOf(caseId);
        for (Purpose purpose : List.of(Purpose.PLAN_GIVING, Purpose.PEACETIME_SHARING)) {
            standings.find(resident, purpose).ifPresent(s -> standing.put(purpose, s));
        }
        return sharing(rules, standing, clock.instant());
    }

    static GateAnswer sharing(Rules rules, Map<Purpose, Standing> standing, Instant now) {
        GateAnswer giving = sharing(rules, Purpose.PLAN_GIVING, standing, now);
        GateAnswer peacetime = sharing(rules, Purpose.PEACETIME_SHARING, standing, now);
        if (giving == GateAnswer.GIVEN || peacetime == GateAnswer.GIVEN) {
            return GateAnswer.GIVEN;
        }
        return giving == GateAnswer.MISSING || peacetime == GateAnswer.MISSING ? GateAnswer.MISSING : GateAnswer.REFUSED;
    }

    private static GateAnswer sharing(Rules rules, Purpose purpose, Map<Purpose, Standing> standing, Instant now) {
        GateAnswer asked = of(rules, standing.get(purpose), now);
        return asked == GateAnswer.MISSING && rules.policy().ordinanceReaches(purpose) ? GateAnswer.GIVEN : asked;
    }

    static GateAnswer of(Rules rules, Standing standing, Instant now) {
        if (standing == null) {
            return GateAnswer.MISSING;
        }
        if (rules.lets(standing, now)) {
            return GateAnswer.GIVEN;
        }
        return standing.isRefusal() ? GateAnswer.REFUSED : GateAnswer.MISSING;
    }

    private long residentOf(CaseId caseId) {
        return cases.get(caseId).resident().id();
    }
}
