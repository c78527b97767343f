package jp.michishirube.sharing.asking;

import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.consent.rule.Gate;
import jp.michishirube.consent.rule.GateAnswer;
import org.springframework.stereotype.Component;

/**
 * Whether anybody may be asked for a resident now: the plan's making is agreed to (49条の14), a plan lives or is being made, and nobody
 * looks for the resident (支援措置). Asked before each step, since each may have changed meanwhile.
 */
@Component
class MayAsk {

    private final Gate gate;
    private final ProtectedPeople protectedPeople;

    MayAsk(Gate gate, ProtectedPeople protectedPeople) {
        this.gate = gate;
        this.protectedPeople = protectedPeople;
    }

    boolean of(CaseFile file) {
        boolean lives = !file.state().isEnded() || file.state().isInForce();
        return lives && gate.creation(file.id()) == GateAnswer.GIVEN && !protectedPeople.areAmong(Set.of(file.id()));
    }
}
