package jp.michishirube.review;

import java.util.OptionalInt;
import jp.michishirube.casefile.CaseId;
import org.springframework.stereotype.Component;

/** Which submission was approved last. A later submission replaces it only by its own approval. */
@Component
public class ApprovedVersion {

    private final Rounds rounds;

    ApprovedVersion(Rounds rounds) {
        this.rounds = rounds;
    }

    public OptionalInt of(CaseId caseId) {
        return rounds.of(caseId).stream().filter(r -> r.decision() == Round.Decision.APPROVED).mapToInt(Round::version).max();
    }
}
