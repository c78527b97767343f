package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The statement behind the question reads the same facts as the rule knows: standing, supporters, declarations; and fails closed. */
@ProductTest
public class OneStatementTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> NAME = Set.of("/resident/name");

    @Autowired private MayQuestion question;
    @Autowired private RecordConsent record;
    @Autowired private SupporterAgreements agreements;
    @Autowired private Disclosures disclosures;
    @Autowired private OpenCase open;
    @Autowired private JdbcClient jdbc;
    @Autowired private Rules rules;

    @Test
    void nobodyAskedAnUnknownResidentAndAnUnreachableStoreAreNo() {
        CaseFile file = newCase("青葉町");
        assertThat(ask(Party.of(Party.Kind.POLICE), file, NAME).ground()).isEqualTo(Ground.NOT_ASKED);
        assertThat(question.may(Party.of(Party.Kind.POLICE), NAME, -1, Purpose.PEACETIME_SHARING, Instant.now()).ground()).isEqualTo(Ground.UNKNOWN);
        MayQuestion down = new MayQuestion(rules, new StandingFacts(new JdbcTemplate(
                new DriverManagerDataSource("jdbc:postgresql://localhost:1/none?connectTimeout=1"))));
        assertThat(down.may(Party.of(Party.Kind.POLICE), NAME, file.resident().id(), Purpose.PEACETIME_SHARING, Instant.now()))
                .isEqualTo(Answer.no(Ground.UNREACHABLE));
    }

    @Test
    void aRecordedYesOpensWhatItSaysAndNoMore() {
        CaseFile file = newCase("青葉町");
        record.record(file.id(), yes("sharing", Set.of(Party.Kind.POLICE)));
        Answer answer = ask(Party.of(Party.Kind.POLICE), file, Set.of("/resident/name", "cityos.name"));
        assertThat(answer.ground()).isEqualTo(Ground.CONSENT);
        assertThat(answer.fields()).containsExactly("/resident/name");
        assertThat(ask(Party.of(Party.Kind.FIRE_SERVICE), file, NAME).ground()).isEqualTo(Ground.OUTSIDE_SCOPE);
    }

    @Test
    void theSupportersOwnAnswerCounts() {
        CaseFile file = newCase("青葉町");
        String key = SupporterKey.of("田中 花子", "0990-11-1111");
        Party tanaka = Party.of(Party.Kind.SUPPORTER, key);
        Set<String> fields = Set.of("/resident/name", "/supporters/" + key + "/name");
        record.record(file.id(), yes("giving", null));
        assertThat(question.may(tanaka, fields, file.resident().id(), Purpose.PLAN_GIVING, Instant.now()).ground()).isEqualTo(Ground.SUPPORTER_PENDING);
        agreements.record(file.id(), key, SupporterAnswer.AGREED, LocalDate.now().minusDays(1), SupporterAgreements.How.TELEPHONE, null);
        assertThat(question.may(tanaka, fields, file.resident().id(), Purpose.PLAN_GIVING, Instant.now()).fields()).isEqualTo(fields);
        agreements.record(file.id(), key, SupporterAnswer.REFUSED, LocalDate.now().minusDays(1), SupporterAgreements.How.TELEPHONE, null);
        assertThat(question.may(tanaka, fields, file.resident().id(), Purpose.PLAN_GIVING, Instant.now()).ground()).isEqualTo(Ground.SUPPORTER_REFUSED);
        org.junit.jupiter.api.Assertions.assertThrows(org.springframework.dao.DataAccessException.class, () -> jdbc.sql(
                "update consent.supporter_record set answer = 'AGREED' where supporter_key = ?").param(key).update(), "answers are appended");
    }

    @Test
    void aDeclarationCountsInItsAreaAndTimeOnceTwoPeopleMadeIt() {
        CaseFile inside = newCase("波止場町");
        CaseFile outside = newCase("山手町");
        Instant now = Instant.now();
        long id = jdbc.sql("""
                insert into consent.disaster (hazard, areas, starts_at, ends_at, ground, declared_by, declarer_name, declared_at)
                values ('flood', '{波止場町}', ?, ?, 'g', 'review1', '中村', now()) returning id
                """).params(Timestamp.from(now.minusSeconds(3600)), Timestamp.from(now.plusSeconds(3600))).query(Long.class).single();
        Party fire = Party.of(Party.Kind.FIRE_SERVICE);
        assertThat(ask(fire, inside, NAME).allowed()).as("declared, not confirmed").isFalse();
        jdbc.sql("update consent.disaster set confirmed_by = 'review2', confirmer_name = '小林', confirmed_at = ? where id = ?")
                .params(Timestamp.from(now.minusSeconds(60)), id).update();
        Answer answer = ask(fire, inside, NAME);
        assertThat(answer).isEqualTo(Answer.yes(NAME, Ground.DECLARED_DISASTER, id));
        assertThat(ask(fire, outside, NAME).allowed()).as("another 町").isFalse();
        assertThat(ask(new Party(Party.Kind.NEIGHBOURHOOD, "x", "山手町"), inside, NAME).allowed()).as("a party of another 町").isFalse();
        assertThat(question.may(fire, NAME, inside.resident().id(), Purpose.PEACETIME_SHARING, now.plusSeconds(3601)).allowed()).as("after its end").isFalse();
        disclosures.log(inside.id(), fire, "消防署", Purpose.PEACETIME_SHARING, answer, "plan");
        assertThat(disclosures.of(inside.id())).singleElement().satisfies(d -> {
            assertThat(d.ground()).isEqualTo(Ground.DECLARED_DISASTER);
            assertThat(d.disasterId()).isEqualTo(id);
        });
        jdbc.sql("update consent.disaster set ended_at = now() where id = ?").param(id).update();
        assertThat(ask(fire, inside, NAME).allowed()).as("ended early").isFalse();
    }

    @Test
    void nothingIsLoggedAsGivenOnANo() {
        CaseFile file = newCase("青葉町");
        org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> disclosures.log(file.id(),
                Party.of(Party.Kind.POLICE), "警察", Purpose.PEACETIME_SHARING, Answer.no(Ground.REFUSED), "plan"));
    }

    @Test
    void aLineOfTheDisclosureLogIsNeverChanged() {
        CaseFile file = newCase("青葉町");
        record.record(file.id(), yes("sharing", null));
        Party police = Party.of(Party.Kind.POLICE);
        long line = disclosures.log(file.id(), police, "警察", Purpose.PEACETIME_SHARING, ask(police, file, NAME), "plan");
        for (String change : new String[] {"update consent.disclosure set fields = '{}' where id = ?", "delete from consent.disclosure where id = ?"}) {
            org.junit.jupiter.api.Assertions.assertThrows(org.springframework.dao.DataAccessException.class,
                    () -> jdbc.sql(change).param(line).update(), change);
        }
        assertThat(disclosures.of(file.id())).singleElement().satisfies(d -> assertThat(d.fields()).isEqualTo(NAME));
    }

    private Answer ask(Party party, CaseFile file, Set<String> fields) {
        return question.may(party, fields, file.resident().id(), Purpose.PEACETIME_SHARING, Instant.now());
    }

    public static ConsentGiven yes(String notice, Set<Party.Kind> recipients) {
        return new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), true, recipients)), GivenBy.SELF, null, null,
                null, Channel.ELECTRONIC, null, "佐藤 恵", Instant.now(), null);
    }

    private CaseFile newCase(String area) {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "QUESTION-" + n, null, "山﨑 次郎", "ヤマザキ ジロウ", LocalDate.of(1936, 7, 7), "男", "990-0001",
                "みちしるべ市" + area + "1番", "0990-00-0003", area), "AOBA", 1);
    }
}
