package jp.michishirube.safety.help;

import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.sharing.SharedWithSupporter;
import org.springframework.stereotype.Component;

/** Whether a supporter may be told of a resident now: named by a plan in force, agreed, and let by consent. */
@Component
class MayHelp {

    private final CaseFiles cases;
    private final SharedWithSupporter shared;

    MayHelp(CaseFiles cases, SharedWithSupporter shared) {
        this.cases = cases;
        this.shared = shared;
    }

    boolean may(Asked.Person person, String supporterKey) {
        return plan(person).filter(file -> shared.mayHave(file.id(), supporterKey)).isPresent();
    }

    Optional<CaseFile> plan(Asked.Person person) {
        return person.residentId() == null ? Optional.empty() : cases.latestOf(person.residentId()).filter(file -> file.state().isInForce());
    }
}
