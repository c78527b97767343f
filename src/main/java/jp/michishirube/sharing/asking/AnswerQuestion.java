package jp.michishirube.sharing.asking;

import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.channel.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office answers what a volunteer asked back; the answer stands behind the same link. */
@Component
class AnswerQuestion {

    static final int LONGEST = 500;

    private final Askings askings;
    private final Outbox outbox;
    private final WhoAmI who;

    AnswerQuestion(Askings askings, Outbox outbox, WhoAmI who) {
        this.askings = askings;
        this.outbox = outbox;
        this.who = who;
    }

    /**
     * @return whether the one reminder goes now to say that there is an answer; else the office tells them to look
     * @throws Problem {@code asking-over} (409) where no question waits any more
     */
    @Transactional
    boolean answer(long id, String words) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        Asking asking = askings.lock(id).filter(a -> a.state() == Asking.State.ASKED_BACK).orElseThrow(() -> Problem.conflict("asking-over"));
        askings.move(asking, Asking.State.ASKED, "ANSWERED_BACK", null, words, null);
        return asking.passId() != null && outbox.bringForward(asking.passId());
    }
}
