package jp.michishirube.web;

import java.time.Duration;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The layout's own answers, also on error pages, where no controller brings model attributes. Templates call it {@code @frame}. */
@Component("frame")
public class Frame {

    private final Municipality municipality;
    private final WhoAmI who;
    private final Offices offices;
    private final CaseSteps steps;
    private final ProtectedPeople protectedPeople;
    private final DataSize largestFile;
    private final Duration session;

    Frame(Municipality municipality, WhoAmI who, Offices offices, CaseSteps steps, ProtectedPeople protectedPeople,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile, @Value("${spring.session.timeout}") Duration session) {
        this.municipality = municipality;
        this.who = who;
        this.offices = offices;
        this.steps = steps;
        this.protectedPeople = protectedPeople;
        this.largestFile = largestFile;
        this.session = session;
    }

    public Municipality municipality() {
        return municipality;
    }

    /** @return the person signed in, or null before sign-in */
    public Person me() {
        return who.person().filter(p -> !p.system()).orElse(null);
    }

    /** Whether 民生委員 have work here, or only the list of those they help. */
    public boolean confirmation() {
        return steps.confirmation();
    }

    /** Whether this person may set and see 支援措置. */
    public boolean setsProtection(Person me) {
        return protectedPeople.maySet(me);
    }

    /** After how long without a page the session ends. */
    public long sessionMinutes() {
        return session.toMinutes();
    }

    /** What the server takes of one file; more is refused before any page sees it. */
    public long uploadMegabytes() {
        return largestFile.toMegabytes();
    }

    public String officeName(Person me) {
        return me == null || me.office() == null ? null : offices.find(me.office()).map(Office::name).orElse(null);
    }
}
