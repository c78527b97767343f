package jp.michishirube.casefile;

import java.util.List;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends 支援措置 on a person's word. Nothing that was stopped or taken back goes out again by itself. */
@Service
public class EndProtection {

    private final Protections protections;
    private final ProtectedPeople people;
    private final WhoAmI who;

    EndProtection(Protections protections, ProtectedPeople people, WhoAmI who) {
        this.protections = protections;
        this.people = people;
        this.who = who;
    }

    /**
     * @param id     the entry that was seen
     * @param ground why it is needed no more
     * @throws Problem {@code protection-not-yours} (403), {@code protection-invalid} (422), {@code changed-meanwhile} (409) when it is
     *                 over or another stands
     */
    @Transactional
    public void end(long id, String ground) {
        Person me = people.setter(who.me());
        if (ground == null || ground.isBlank()) {
            throw Problem.invalid("protection-invalid", List.of(new FieldProblem("endGround", "required")));
        }
        if (!protections.end(id, ground.strip(), me)) {
            throw Problem.conflict("changed-meanwhile");
        }
    }
}
