package jp.michishirube.notification;

import java.time.Clock;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CommissionerAreas;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that something happened: a notice in the application at once, a mail as each wishes. Works in the caller's
 * transaction; what is rolled back was never told. Nobody is told of his own act.
 */
@Component
public class Notify {

    private final Notices notices;
    private final MailBox mails;
    private final People people;
    private final Offices offices;
    private final CommissionerAreas areas;
    private final WhoAmI who;
    private final Clock clock;

    Notify(Notices notices, MailBox mails, People people, Offices offices, CommissionerAreas areas, WhoAmI who, Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.people = people;
        this.offices = offices;
        this.areas = areas;
        this.who = who;
        this.clock = clock;
    }

    /** @param number null for what is about no case */
    @Transactional
    public void toPerson(String personId, NoticeKind kind, CaseNumber number) {
        tell(personId, kind, number, null);
    }

    /**
     * @param once names the event: told again with the same name, nothing happens. For timers and other work that may run twice.
     */
    @Transactional
    public void toPersonOnce(String personId, NoticeKind kind, CaseNumber number, String once) {
        tell(personId, kind, number, once);
    }

    /** Everyone of the office. */
    @Transactional
    public void toOffice(String office, NoticeKind kind, CaseNumber number) {
        toAll(of(office), kind, number, null);
    }

    @Transactional
    public void toOfficeOnce(String office, NoticeKind kind, CaseNumber number, String once) {
        toAll(of(office), kind, number, once);
    }

    /** The leaders of the office. */
    @Transactional
    public void toLeaders(String office, NoticeKind kind, CaseNumber number) {
        toLeadersOnce(office, kind, number, null);
    }

    /**
     * The leaders of the office.
     *
     * @return how many had not been told before
     */
    @Transactional
    public int toLeadersOnce(String office, NoticeKind kind, CaseNumber number, String once) {
        return toAll(of(office).stream().filter(p -> p.has(Role.OFFICE_LEADER)).toList(), kind, number, once);
    }

    /** Everyone with the role. Roles of offices are told by {@link #toOffice}: a case is no other office's business. */
    @Transactional
    public void toRole(Role role, NoticeKind kind, CaseNumber number) {
        toAll(people.withRole(role), kind, number, null);
    }

    /** @return how many had not been told before */
    @Transactional
    public int toRoleOnce(Role role, NoticeKind kind, CaseNumber number, String once) {
        return toAll(people.withRole(role), kind, number, once);
    }

    /**
     * Those who may take the case's step by this role; of the 民生委員 those of the resident's 町.
     *
     * @param once as for {@link #toPersonOnce}; null for something that is told each time
     */
    @Transactional
    public void toWorkers(Role role, CaseFile file, NoticeKind kind, String once) {
        toAll(people.withRole(role).stream().filter(p -> role != Role.WELFARE_COMMISSIONER || areas.of(p).contains(file.resident().area())).toList(),
                kind, file.number(), once);
    }

    /** Nobody of an office whose contract does not run: they have no business here, and no mail says otherwise. */
    private List<Person> of(String office) {
        return offices.hasContract(office, clock.instant().atZone(WorkingDays.JAPAN).toLocalDate()) ? people.ofOffice(office) : List.of();
    }

    private int toAll(List<Person> persons, NoticeKind kind, CaseNumber number, String once) {
        return (int) persons.stream().filter(p -> tell(p.id(), kind, number, once)).count();
    }

    private boolean tell(String personId, NoticeKind kind, CaseNumber number, String once) {
        if (who.person().filter(me -> me.id().equals(personId)).isPresent()) {
            return false;
        }
        java.util.Optional<Long> told = notices.add(personId, kind, number, once);
        told.ifPresent(id -> mails.putIfWished("notice:" + id, personId, kind, number == null ? "" : number.value()));
        return told.isPresent();
    }
}
