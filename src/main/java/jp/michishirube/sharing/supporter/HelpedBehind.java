package jp.michishirube.sharing.supporter;

import java.util.List;
import java.util.Objects;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.sharing.code.NoVisit;
import jp.michishirube.sharing.code.Pass;
import org.springframework.stereotype.Component;

/**
 * Who of those whom one person helps stands behind a pass: all of them where nobody but the supporter had it; else those of the office that gave it,
 * which would see through it, with the code, the residents of other offices.
 */
@Component
class HelpedBehind {

    private final Contacts contacts;
    private final CaseFiles cases;

    HelpedBehind(Contacts contacts, CaseFiles cases) {
        this.contacts = contacts;
        this.cases = cases;
    }

    /** As whom the pass was given. @throws NoVisit where their part is over */
    Contact own(Pass pass) {
        return contacts.find(Long.parseLong(pass.holder().key())).orElseThrow(NoVisit::new);
    }

    List<Contact> of(Pass pass, Contact own) {
        List<Contact> all = contacts.together(own);
        if (pass.isOwn()) {
            return all;
        }
        String office = cases.get(new CaseId(pass.about())).office();
        return all.stream().filter(c -> c.id() == own.id() || office != null && Objects.equals(office, cases.latestOf(c.residentId()).map(CaseFile::office).orElse(null))).toList();
    }
}
