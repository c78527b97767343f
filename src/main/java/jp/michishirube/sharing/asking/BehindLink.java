package jp.michishirube.sharing.asking;

import java.util.List;
import java.util.function.Predicate;

import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.sharing.code.NoVisit;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import org.springframework.stereotype.Component;

/**
 * Which questions stand behind a volunteer's link: all of them where nobody but the volunteer had it, or the city gave it; else those of the
 * office that printed it or handed it over. What other offices ask is not that one's business, and it must not answer in the volunteer's place.
 */
@Component
class BehindLink {

    private static final String ASKING = "asking ";

    private final Askings askings;
    private final CaseFiles cases;

    BehindLink(Askings askings, CaseFiles cases) {
        this.askings = askings;
        this.cases = cases;
    }

    static String scope(Asking asking, boolean own) {
        return own ? Pass.own(ASKING + asking.id()) : ASKING + asking.id();
    }

    private static boolean isOwn(Pass pass) {
        return pass.isOwn() || !pass.scope().startsWith(ASKING);
    }

    /** Open and agreed ones, the newest first. */
    List<Asking> of(Visit visit) {
        Pass pass = visit.as(PassKind.VOLUNTEER);
        return askings.standingOf(Long.parseLong(pass.holder().key())).stream().filter(isBehind(pass)).toList();
    }

    /** Another one's question is none here: its existence is not told. One that is over is still theirs. */
    void check(Visit visit, long id) {
        Pass pass = visit.as(PassKind.VOLUNTEER);
        long volunteer = Long.parseLong(pass.holder().key());
        askings.find(id).filter(a -> a.volunteerId() == volunteer).filter(isBehind(pass)).orElseThrow(NoVisit::new);
    }

    /** Whose link it is; null where nobody but the volunteer had it. */
    String office(Visit visit) {
        Pass pass = visit.as(PassKind.VOLUNTEER);
        return isOwn(pass) ? null : askings.find(pass.about()).map(this::office).orElse("");
    }

    private Predicate<Asking> isBehind(Pass pass) {
        if (isOwn(pass)) {
            return a -> true;
        }
        String office = askings.find(pass.about()).map(this::office).orElse("");
        return a -> a.id() == pass.about() || !office.isEmpty() && office.equals(office(a));
    }

    private String office(Asking asking) {
        String office = cases.get(asking.caseId()).office();
        return office == null ? "" : office;
    }
}
