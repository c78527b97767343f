package jp.michishirube.sharing.pool;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a volunteer the link to the own page before anybody is asked: there they link LINE and see what they are asked later. */
@Component
class WelcomeVolunteer {

    private static final Period LIFE = Period.ofMonths(13);

    private final Volunteers volunteers;
    private final VolunteerLines lines;
    private final IssuePass issue;
    private final RevokePass revoke;
    private final WhoAmI who;
    private final Clock clock;

    WelcomeVolunteer(Volunteers volunteers, VolunteerLines lines, IssuePass issue, RevokePass revoke, WhoAmI who, Clock clock) {
        this.volunteers = volunteers;
        this.lines = lines;
        this.issue = issue;
        this.revoke = revoke;
        this.who = who;
        this.clock = clock;
    }

    /**
     * An earlier one opens nothing from now on; links of questions stay.
     *
     * @throws Problem {@code volunteer-not-found} (404), also for one whom the city has not confirmed
     */
    @Transactional
    IssuePass.Issued give(long id) {
        who.acting(Role.ROSTER_MANAGER);
        Volunteer v = volunteers.lock(id).filter(x -> x.state() == Volunteer.State.STANDING).orElseThrow(() -> Problem.notFound("volunteer-not-found"));
        String scope = "volunteer " + v.id();
        revoke.about(PassKind.VOLUNTEER, scope);
        lines.add(VolunteerLines.What.READ, List.of(id), null);
        return issue.issue(PassKind.VOLUNTEER, v.holder(), scope, clock.instant().atZone(WorkingDays.JAPAN).plus(LIFE).toInstant());
    }
}
