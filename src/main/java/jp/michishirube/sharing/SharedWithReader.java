package jp.michishirube.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanCard;
import jp.michishirube.plan.form.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a neighbourhood leader or 民生委員 may read: the plans given to the own 町, and in a declared disaster those of everyone there.
 * Each reading is asked of consent anew and leaves a line, one a day per resident.
 */
@Component
class SharedWithReader {

    /** One resident as the reader may see it; fields that may not be seen are empty. */
    record Row(CaseNumber number, String name, String kana, String address, String phone, String area, Ground ground, PlanCard card, Extract extract) {}

    private final SharingPolicy policy;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final PlanExtracts extracts;
    private final Submissions submissions;
    private final CaseFiles cases;
    private final ReadingLines readings;
    private final PeopleLists lists;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    SharedWithReader(SharingPolicy policy, Recipients recipients, Deliveries deliveries, PlanExtracts extracts, Submissions submissions,
            CaseFiles cases, ReadingLines readings, PeopleLists lists, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.policy = policy;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.extracts = extracts;
        this.submissions = submissions;
        this.cases = cases;
        this.readings = readings;
        this.lists = lists;
        this.events = events;
        this.jdbc = jdbc;
    }

    Optional<SharingPolicy.Reader> reader(Person person) {
        return policy.reader(person.username()).filter(policy::reads);
    }

    private record OfCase(CaseId id, Row row) {}

    /** @param what {@code list} or {@code list-paper} */
    @Transactional
    List<Row> list(SharingPolicy.Reader reader, String what) {
        return lists.show(new PeopleLists.Shown("shared-" + what, !what.equals("list"), Map.of()), () -> inForce(reader).stream().map(cases::get)
                .flatMap(c -> row(reader, c, what).map(row -> new OfCase(c.id(), row)).stream()).toList(), c -> PeopleLists.Somebody.of(c.id()))
                .stream().map(OfCase::row).toList();
    }

    @Transactional
    Optional<Row> plan(Person person, SharingPolicy.Reader reader, CaseNumber number) {
        return cases.find(number).filter(c -> c.state().isInForce())
                .filter(c -> reader.areas().contains(c.resident().area()))
                .flatMap(c -> {
                    Optional<Row> row = row(reader, c, "plan");
                    row.ifPresent(r -> events.publishEvent(new CaseAccess.CaseRead(c.id(), person.id(), "shared-plan")));
                    return row;
                });
    }

    private Optional<Row> row(SharingPolicy.Reader reader, CaseFile file, String what) {
        Recipient recipient = recipients.party(reader.kind(), file.resident().area());
        Optional<Delivery> held = deliveries.heldBy(file.id(), recipient.party());
        Submission plan = held.map(extracts::plan).or(() -> submissions.latest(file.id())).orElse(null);
        if (plan == null) {
            return Optional.empty();
        }
        Answer answer = extracts.may(file, plan, recipient);
        // In ordinary times the plan must have been given and not taken back; a declared disaster opens what was never given.
        if (!answer.allowed() || held.isEmpty() && !answer.inDisaster()) {
            return Optional.empty();
        }
        readings.leave(file, recipient, answer, what);
        FilledPlan filled = extracts.filled(plan);
        String name = seen(answer, filled, Role.RESIDENT_NAME);
        PlanCard card = PlanCard.of(filled, q -> answer.fields().contains(ExtractRules.asked(q)), LocaleContextHolder.getLocale());
        return Optional.of(new Row(file.number(), name, name.isEmpty() ? "" : file.resident().kana(), seen(answer, filled, Role.RESIDENT_ADDRESS),
                seen(answer, filled, Role.RESIDENT_PHONE), file.resident().area(), answer.ground(), card,
                extracts.extract(plan, recipient, answer.fields())));
    }

    private static String seen(Answer answer, FilledPlan plan, Role role) {
        return plan.at(role).filter(q -> answer.fields().contains(ExtractRules.asked(q))).map(q -> q.text(Locale.JAPANESE)).orElse("");
    }

    private List<CaseId> inForce(SharingPolicy.Reader reader) {
        return jdbc.sql("""
                select c.id from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                where c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED') and r.area = any(:areas) order by r.area, r.kana, c.id
                """).param("areas", reader.areas().toArray(String[]::new)).query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }
}
