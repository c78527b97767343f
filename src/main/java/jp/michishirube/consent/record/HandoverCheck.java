package jp.michishirube.consent.record;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a message of the city OS can be understood at all. */
@Component
class HandoverCheck {

    /** Two machines' clocks differ a little; more than that is a decision dated in the future. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Rules rules;
    private final Clock clock;

    HandoverCheck(JdbcClient jdbc, Notices notices, Rules rules, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
    }

    record Checked(long residentId, Purpose purpose, EventType state, Notice notice) {}

    Checked check(Handover m) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (m.messageId() == null || m.messageId().isBlank() || m.messageId().length() > 200) {
            wrong.add(new FieldProblem("messageId", "required"));
        }
        Optional<Long> resident = resident(m.cityOsId());
        if (resident.isEmpty()) {
            wrong.add(new FieldProblem("cityOsId", "unknown"));
        }
        Optional<Purpose> purpose = Arrays.stream(Purpose.values()).filter(p -> p.name().equals(m.purpose())).findFirst();
        if (purpose.isEmpty()) {
            wrong.add(new FieldProblem("purpose", "unknown"));
        }
        Optional<EventType> state = List.of(EventType.GIVEN, EventType.REFUSED, EventType.WITHDRAWN).stream()
                .filter(s -> s.name().equals(m.state())).findFirst();
        if (state.isEmpty()) {
            wrong.add(new FieldProblem("state", "unknown"));
        }
        if (m.eventTime() == null) {
            wrong.add(new FieldProblem("eventTime", "required"));
        } else if (m.eventTime().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            wrong.add(new FieldProblem("eventTime", "future"));
        }
        Optional<Notice> notice = purpose.flatMap(p -> notice(m, p));
        if (purpose.isPresent() && notice.isEmpty()) {
            wrong.add(new FieldProblem("notice", "notice-unknown"));
        } else if (notice.isPresent() && m.eventTime() != null && notice.get().isAfter(m.eventTime())) {
            wrong.add(new FieldProblem("eventTime", "before-notice"));
        } else if (notice.isPresent() && state.filter(EventType::allows).isPresent()) {
            given(m, purpose.get(), notice.get(), wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("handover-invalid", wrong);
        }
        return new Checked(resident.orElseThrow(), purpose.orElseThrow(), state.orElseThrow(), notice.orElseThrow());
    }

    /** An id that two people bear tells nobody apart, and no consent may land on the wrong one. */
    private Optional<Long> resident(String cityOsId) {
        List<Long> ids = cityOsId == null ? List.of()
                : jdbc.sql("select id from casefile.resident where city_os_id = ?").param(cityOsId).query(Long.class).list();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private void given(Handover m, Purpose purpose, Notice notice, List<FieldProblem> wrong) {
        if (rules.isOutdated(notice.ref(), clock.instant())) {
            wrong.add(new FieldProblem("notice", "notice-outdated"));
        }
        if (m.recipients() != null && (!notice.terms().recipients().containsAll(m.recipients())
                || new ConsentGiven.Decided(notice.ref(), true, m.recipients()).recipientsFor(purpose, notice).isEmpty())) {
            wrong.add(new FieldProblem("recipients", "recipients"));
        }
    }

    private Optional<Notice> notice(Handover m, Purpose purpose) {
        String language = m.language() == null ? "ja" : m.language();
        Optional<Notice> found = m.notice() == null ? notices.asking(Set.of(purpose), language)
                : notices.find(new NoticeRef(m.notice(), m.noticeVersion() == null ? 0 : m.noticeVersion(), language));
        return found.filter(n -> n.terms().purposes().contains(purpose));
    }
}
