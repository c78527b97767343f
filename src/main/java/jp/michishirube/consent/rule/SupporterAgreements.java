package jp.michishirube.consent.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.door.PlainTime;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 承諾: whether the supporters whom a plan names agree to be named in it and to be given it (49条の15). Who has not answered is
 * pending and neither shown nor given anything.
 */
@Component
@NamedInterface("rule")
public class SupporterAgreements {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final WhoAmI who;
    private final Clock clock;

    SupporterAgreements(JdbcClient jdbc, CaseFiles cases, Timeline timeline, ApplicationEventPublisher events, WhoAmI who,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.timeline = timeline;
        this.events = events;
        this.who = who;
        this.clock = clock;
    }

    /** How a supporter's answer reached us. */
    @NamedInterface("rule")
    public enum How {
        IN_PERSON, TELEPHONE, PAPER, MAIL, CARE_CIRCLE,
        /** The supporter said it on the page of the own. */
        OWN_PAGE,
        /** Nobody said anything: a question went out or was taken back, or the number of one who had answered was typed. */
        MESSAGE;

        /** Ways by which somebody heard it and records it. */
        public static How[] toldToPeople() {
            return Arrays.stream(values()).filter(h -> h != OWN_PAGE && h != MESSAGE).toArray(How[]::new);
        }
    }

    /** @return answers by {@link SupporterKey}; a supporter who is absent was not asked */
    public Map<String, SupporterAnswer> of(CaseId caseId) {
        Map<String, SupporterAnswer> answers = new HashMap<>();
        jdbc.sql("""
                select supporter_key, answer from consent.supporter
                where resident_id = (select resident_id from casefile.casefile where id = ?)
                """).param(caseId.value())
                .query(rs -> { answers.put(rs.getString(1), SupporterAnswer.valueOf(rs.getString(2))); });
        return answers;
    }

    /**
     * Who declined and has not agreed again, for a look over all plans in force, page by page.
     *
     * @param afterCase id of the case before the first
     * @param lastCase  id of the last
     */
    public Map<CaseId, List<String>> declined(long afterCase, long lastCase) {
        Map<CaseId, List<String>> declined = new LinkedHashMap<>();
        jdbc.sql("""
                select c.id, s.supporter_key from casefile.casefile c join consent.supporter s on s.resident_id = c.resident_id and s.answer = 'REFUSED'
                where c.id > ? and c.id <= ? and c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED') order by c.id, s.supporter_key
                """).params(afterCase, lastCase)
                .query(rs -> { declined.computeIfAbsent(new CaseId(rs.getLong(1)), id -> new ArrayList<>()).add(rs.getString(2)); });
        return declined;
    }

    public SupporterAnswer answer(CaseId caseId, String supporterKey) {
        return of(caseId).getOrDefault(supporterKey, SupporterAnswer.NOT_ASKED);
    }

    /** @return by {@link SupporterKey}, for how many residents with a case that lives they are asked or have agreed; without those with none */
    public Map<String, Integer> load(Collection<String> supporterKeys) {
        Map<String, Integer> load = new HashMap<>();
        jdbc.sql("""
                select s.supporter_key, count(*) from consent.supporter s where s.supporter_key = any (?) and s.answer in ('AGREED', 'ASKED')
                    and exists (select 1 from casefile.casefile c where c.resident_id = s.resident_id and c.state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED'))
                group by s.supporter_key
                """).param(supporterKeys.toArray(String[]::new)).query(rs -> { load.put(rs.getString(1), rs.getInt(2)); });
        return load;
    }

    /**
     * Keeps what a supporter said; the newest counts.
     *
     * @throws Problem {@code supporter-answer-invalid} (422) for a day that has not come yet or a key that is none;
     *                 {@code case-ended} (409) on a case that ended without a plan
     */
    @Transactional
    public void record(CaseId caseId, String supporterKey, SupporterAnswer answer, LocalDate on, How how, String note) {
        CaseFile file = cases.get(caseId);
        if (file.state().isEnded() && !file.state().isInForce()) {
            throw Problem.conflict("case-ended");
        }
        if (on == null || !PlainTime.is(on) || on.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("supporter-answer-invalid", List.of(new FieldProblem("on", "future")));
        }
        if (supporterKey == null || !supporterKey.matches("s[0-9a-f]{16}")) {
            throw Problem.invalid("supporter-answer-invalid", List.of(new FieldProblem("supporter", "unknown")));
        }
        SupporterAnswer before = answer(caseId, supporterKey);
        Person me = who.orProcess();
        long id = jdbc.sql("""
                insert into consent.supporter_record (resident_id, case_id, supporter_key, answer, answered_on, how, note,
                    recorded_by, recorder_name, recorded_at)
                values (:resident, :case, :key, :answer, :on, :how, :note, :by, :name, :at) returning id
                """)
                .param("resident", file.resident().id()).param("case", caseId.value()).param("key", supporterKey)
                .param("answer", answer.name()).param("on", on).param("how", how.name()).param("note", note)
                .param("by", me.id()).param("name", me.name()).param("at", Sql.time(clock.instant()))
                .query(Long.class).single();
        jdbc.sql("""
                insert into consent.supporter (resident_id, supporter_key, answer, record_id) values (?, ?, ?, ?)
                on conflict (resident_id, supporter_key) do update set answer = excluded.answer, record_id = excluded.record_id
                """).params(file.resident().id(), supporterKey, answer.name(), id).update();
        timeline.append(caseId, "supporter-answered", Map.of("answer", answer.name()));
        if (before == SupporterAnswer.AGREED && answer != SupporterAnswer.AGREED) {
            events.publishEvent(new SupporterDeclined(caseId, supporterKey));
        }
    }
}
