package jp.michishirube.sharing.leader;

import java.util.List;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.telephone.Telephone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city enters who leads for a term, changes the number by which they sign in, and ends a term before its time. */
@Component
class KeepLeader {

    private final Leaders leaders;
    private final LeaderPass pass;
    private final WhoAmI who;

    KeepLeader(Leaders leaders, LeaderPass pass, WhoAmI who) {
        this.leaders = leaders;
        this.pass = pass;
        this.who = who;
    }

    /** @throws Problem {@code leader-invalid} (422) */
    @Transactional
    long enter(LeaderForm form) {
        who.acting(Role.ROSTER_MANAGER);
        long id = leaders.add(form.read());
        leaders.line(id, Leaders.What.ENTERED, null);
        return id;
    }

    /** The paper stays valid; whoever is inside is out, and LINE is linked anew. @throws Problem {@code leader-invalid} (422), {@code leader-over} (409) */
    @Transactional
    void telephone(long id, String typed) {
        who.acting(Role.ROSTER_MANAGER);
        Leader leader = standing(id);
        Telephone phone = Telephone.of(typed).orElseThrow(() -> Problem.invalid("leader-invalid", List.of(new FieldProblem("phone", "phone-unreadable"))));
        leaders.telephone(id, phone.number());
        pass.otherTelephone(leader);
        leaders.line(id, Leaders.What.TELEPHONE_CHANGED, null);
    }

    /** @throws Problem {@code leader-over} (409) */
    @Transactional
    void end(long id) {
        who.acting(Role.ROSTER_MANAGER);
        close(standing(id), Leaders.Why.BEFORE_TERM);
    }

    /** The last day was yesterday or before. @return false where somebody ended it first */
    @Transactional
    boolean endOfTerm(long id) {
        Leader leader = leaders.lock(id).filter(l -> l.endedAt() == null && l.on(leaders.today()) == Leader.Term.OVER).orElse(null);
        if (leader != null) {
            close(leader, Leaders.Why.TERM);
        }
        return leader != null;
    }

    private void close(Leader leader, Leaders.Why why) {
        leaders.ended(leader.id(), why);
        pass.end(leader);
        leaders.line(leader.id(), Leaders.What.ENDED, why.name());
    }

    private Leader standing(long id) {
        Leader leader = leaders.lock(id).orElseThrow(() -> Problem.notFound("leader-not-found"));
        if (leader.on(leaders.today()) == Leader.Term.OVER) {
            throw Problem.conflict("leader-over");
        }
        return leader;
    }
}
