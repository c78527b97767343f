package jp.michishirube.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.municipality.WorkingDays;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One mail on the morning of a working day with what came since the last such morning and was not read yet, in counts. */
@Component
class DailyDigest {

    static final String TEMPLATE = "DIGEST";
    private static final int HOUR = 8;

    private final Notices notices;
    private final MailBox mails;
    private final WorkingDays days;
    private final Clock clock;

    DailyDigest(Notices notices, MailBox mails, WorkingDays days, Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.days = days;
        this.clock = clock;
    }

    /** Asked often, so that a node that was down at eight still sends it; the key keeps it to one a day and person. */
    @Scheduled(cron = "${michishirube.mail.digest:0 0/15 8-18 * * *}", zone = "Asia/Tokyo")
    @Transactional
    public void sendIfWorkingDay() {
        LocalDate today = WorkingDays.dayOf(clock.instant());
        if (!days.isWorkingDay(today)) {
            return;
        }
        Map<String, Map<NoticeKind, Integer>> all = notices.daily(morning(days.addDays(today, -1)), morning(today));
        all.forEach((person, counts) -> mails.put("digest:" + person + ":" + today, person, TEMPLATE,
                counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","))));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(HOUR, 0).atZone(WorkingDays.JAPAN).toInstant();
    }
}
