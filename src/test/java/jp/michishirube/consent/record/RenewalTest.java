package jp.michishirube.consent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Sql;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A consent to be asked for again is seen where people work: on the case, in the list of work, in a list of its own. */
@ProductTest
class RenewalTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private RecordConsent record;
    @Autowired private ExpireConsents expire;
    @Autowired private Records records;
    @Autowired private Standings standings;
    @Autowired private CaseFiles cases;
    @Autowired private Timeline timeline;
    @Autowired private LeftAside leftAside;
    @Autowired private ConsentPolicy policy;
    @Autowired private AskedNotices asked;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @Test
    void whatSoonRunsOutIsSeenAndMayBeAskedForAlreadyNow() throws Exception {
        CaseFile file = newCase();
        stood(file, day(today().minusYears(3).plusDays(10)));
        seen(file, "「ふだんからの地域への提供」の同意は", "同意の期限が近い");
        assertThat(page("/renewals", As.wakakusa1())).doesNotContain(file.number().value());
        assertThat(asked.sharing(file.resident().id(), "ja")).anyMatch(a -> a.notice().ref().id().equals("sharing"));
        record.record(file.id(), yes("sharing", clock.instant()));
        assertThat(page("/cases/" + file.number(), As.aoba1())).doesNotContain("期限が切れます");
        assertThat(page("/renewals", As.aoba1())).doesNotContain(file.number().value());
        assertThat(standing(file)).isEqualTo("RENEWED");
    }

    @Test
    void whatHasRunOutIsWrittenDownAndStaysInSightUntilAsked() throws Exception {
        CaseFile file = newCase();
        stood(file, day(today().minusYears(3).minusDays(10)));
        seen(file, "「ふだんからの地域への提供」の同意は期限が切れました", "同意の期限切れ");
        expire.run();
        assertThat(standing(file)).isEqualTo("EXPIRED");
        seen(file, "「ふだんからの地域への提供」の同意は期限が切れました", "同意の期限切れ");
        assertThat(jdbc.sql("select count(*) from casefile.event where case_id = ? and kind = 'consent-expired-peacetime-sharing'")
                .param(file.id().value()).query(Integer.class).single()).isOne();
    }

    /** Between two that can be: whichever comes first, one comes after. */
    @Test
    void anEndThatCannotBeWrittenDownHoldsUpNoOther() {
        CaseFile before = newCase();
        CaseFile broken = newCase();
        CaseFile after = newCase();
        for (CaseFile file : List.of(before, broken, after)) {
            stood(file, day(today().minusYears(3).minusDays(10)));
        }
        Timeline failing = new Timeline() {
            @Override
            public void append(CaseId caseId, String kind, Map<String, String> details) {
                if (caseId.equals(broken.id())) {
                    throw new IllegalStateException("cannot be written");
                }
                timeline.append(caseId, kind, details);
            }

            @Override
            public void append(String kind, Map<CaseId, Map<String, String>> details) {
                timeline.append(kind, details);
            }

            @Override
            public List<TimelineEntry> of(CaseId caseId) {
                return timeline.of(caseId);
            }
        };
        new ExpireConsents(jdbc, records, standings, cases, failing, leftAside, clock).run();
        assertThat(standing(before)).isEqualTo("EXPIRED");
        assertThat(standing(after)).isEqualTo("EXPIRED");
        assertThat(standing(broken)).as("undone whole, for the next night").isEqualTo("GIVEN");
        assertThat(jdbc.sql("select case_number || ' ' || why from casefile.left_aside where work = 'EXPIRE_CONSENT'").query(String.class).list())
                .contains(broken.number() + " IllegalStateException");
        expire.run();
        assertThat(jdbc.sql("select count(*) from casefile.left_aside where case_number = ?").param(broken.number().value()).query(Integer.class).single()).isZero();
        assertThat(standing(broken)).isEqualTo("EXPIRED");
    }

    @Test
    void aMaterialVersionAsksForRenewalOfWhatStoodBefore() {
        CaseFile file = newCase();
        record.record(file.id(), yes("sharing", clock.instant()));
        Instant yesterday = clock.instant().minusSeconds(86_400);
        assertThat(renewals(new Rules.MaterialVersion("sharing", 2, yesterday)).of(List.of(file.id()))).singleElement()
                .satisfies(d -> assertThat(d.why()).isEqualTo(Renewals.Why.OUTDATED));
        assertThat(renewals(new Rules.MaterialVersion("sharing", 2, clock.instant().plusSeconds(60))).of(List.of(file.id()))).isEmpty();
        assertThat(renewals(new Rules.MaterialVersion("giving", 2, yesterday)).of(List.of(file.id()))).isEmpty();
    }

    /** A combined consent asks about the circle and the supporters alone: in force, the plan stays unknown to the area until somebody asks. */
    @Test
    void whoWasNeverAskedAboutTheAreaStaysInSightUntilAsked() throws Exception {
        CaseFile file = newCase();
        record.record(file.id(), yes("combined", clock.instant()));
        String said = "「ふだんからの地域への提供」を、まだ聞いていません";
        assertThat(page("/cases/" + file.number(), As.aoba1())).doesNotContain(said);
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        assertThat(page("/cases/" + file.number(), As.aoba1())).contains(said, "/cases/" + file.number() + "/consents/sharing");
        assertThat(page("/renewals", As.aoba1())).contains(file.number().value(), "地域への共有は未確認");
        record.record(file.id(), yes("sharing", clock.instant()));
        assertThat(page("/cases/" + file.number(), As.aoba1())).doesNotContain(said);
        assertThat(page("/renewals", As.aoba1())).doesNotContain(file.number().value());
    }

    private Renewals renewals(Rules.MaterialVersion... versions) {
        return new Renewals(jdbc, new Rules(policy, List.of(versions)), new Notices(List.of(), clock), clock);
    }

    private void seen(CaseFile file, String sentence, String badge) throws Exception {
        assertThat(page("/cases/" + file.number(), As.aoba1())).contains(sentence, "/cases/" + file.number() + "/consents");
        assertThat(page("/cases/" + file.number() + "/timeline", As.review1())).contains(sentence);
        assertThat(page("/renewals", As.aoba1())).contains(file.number().value(), badge);
        assertThat(page("/inbox?tab=office&q=" + file.number(), As.aoba1())).contains(badge);
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private String standing(CaseFile file) {
        return jdbc.sql("select state from consent.standing where resident_id = ? and purpose = 'PEACETIME_SHARING'")
                .param(file.resident().id()).query(String.class).single();
    }

    /** A yes of three years: no notice of ours has been in use for so long. */
    private void stood(CaseFile file, Instant since) {
        record.record(file.id(), new ConsentGiven(yes("sharing", null).decisions(), GivenBy.SELF, null, null, null, Channel.ELECTRONIC, null, "前任 者",
                clock.instant(), null));
        jdbc.sql("update consent.standing set since = ?, valid_until = ? where resident_id = ?").param(Sql.time(since))
                .param(Sql.time(policy.validUntil(Purpose.PEACETIME_SHARING, since))).param(file.resident().id()).update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Notices.JAPAN);
    }

    private static Instant day(LocalDate date) {
        return date.atStartOfDay(Notices.JAPAN).toInstant();
    }

    private static ConsentGiven yes(String notice, Instant decidedAt) {
        return new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), true, null)), GivenBy.SELF, null, null, null,
                Channel.ELECTRONIC, null, "佐藤 恵", decidedAt, null);
    }

    private CaseFile newCase() {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "RENEWAL-" + n, null, "再問 花子", "サイモン ハナコ", LocalDate.of(1939, 8, 1), "女", "990-0001",
                "みちしるべ市青葉3番", "0990-00-0009", "青葉町"), "AOBA", 1);
    }
}
