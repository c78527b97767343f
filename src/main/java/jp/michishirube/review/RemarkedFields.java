package jp.michishirube.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.EditableFields;
import jp.michishirube.plan.versions.Redactions;
import org.springframework.stereotype.Component;

/** Which fields a revision opens. */
@Component
class RemarkedFields implements EditableFields {

    private final Rounds rounds;
    private final Remarks remarks;
    private final Redactions redactions;

    RemarkedFields(Rounds rounds, Remarks remarks, Redactions redactions) {
        this.rounds = rounds;
        this.remarks = remarks;
        this.redactions = redactions;
    }

    /**
     * Those remarked on in the last round, and what earlier rounds left unanswered; all when the plan was not returned by a check, or when
     * a withdrawal took values out of it that are now to be asked for.
     */
    @Override
    public Optional<Set<String>> of(CaseId caseId) {
        List<Round> all = rounds.of(caseId);
        Optional<Round> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        return last.filter(r -> r.decision() == Round.Decision.RETURNED && !r.opensAll())
                .filter(r -> redactions.of(caseId).stream().noneMatch(e -> e.version() >= r.version()))
                .map(r -> open(remarks.sentOf(caseId), r.version()));
    }

    static Set<String> open(List<Remark> sent, int version) {
        return sent.stream().filter(r -> r.state() != RemarkState.CLOSED && (r.version() == version || !r.state().isAnswered()))
                .map(Remark::pointer).collect(Collectors.toSet());
    }
}
