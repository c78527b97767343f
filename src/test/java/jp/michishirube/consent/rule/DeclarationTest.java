package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A disaster is declared by two officers, opens its area while it stands, and obliges to tell the residents afterwards. */
@ProductTest
class DeclarationTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Party POLICE = Party.of(Party.Kind.POLICE);

    @Autowired private Declarations declarations;
    @Autowired private ToldList toldList;
    @Autowired private MayQuestion question;
    @Autowired private Disclosures disclosures;
    @Autowired private OpenCase open;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;

    @Test
    void whoDeclaredCannotConfirm() throws Exception {
        CaseFile file = newCase("宣言町");
        long id = declare("宣言町");
        mvc.perform(post("/disasters/{id}/confirmation", id).with(As.review1()).with(csrf())).andExpect(status().isForbidden());
        assertThat(ask(file).allowed()).isFalse();
        assertThatThrownBy(() -> jdbc.sql("update consent.disaster set confirmed_by = declared_by, confirmed_at = now() where id = ?")
                .param(id).update()).as("nor behind the product's back").isInstanceOf(DataAccessException.class);
        confirm(id);
        assertThat(ask(file)).isEqualTo(Answer.yes(Set.of("/resident/name"), Ground.DECLARED_DISASTER, id));
        end(id);
        assertThat(ask(file).allowed()).isFalse();
    }

    @Test
    void anOfficeDeclaresNothing() throws Exception {
        mvc.perform(get("/disasters").with(As.aoba1())).andExpect(status().isForbidden());
        long id = declare("宣言町");
        mvc.perform(post("/disasters/{id}/confirmation", id).with(As.aoba1()).with(csrf())).andExpect(status().isForbidden());
        end(id);
    }

    @Test
    void aDeclarationHasAnEndAndAGround() {
        Instant now = Instant.now();
        assertThatThrownBy(() -> loop.as("review1", () -> declarations.declare("flood", Set.of(), now, null, "避難指示"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> loop.as("review1", () -> declarations.declare("flood", Set.of(), now, now.plusSeconds(15L * 86400), "避難指示")))
                .as("somebody must look at it again").isInstanceOf(Problem.class);
        assertThatThrownBy(() -> loop.as("review1", () -> declarations.declare("flood", Set.of(), now, now.plusSeconds(60), " ")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aDeclarationIsOfNow() {
        for (String start : new String[] {"+200000-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z", "-1000000000-01-01T00:00:00Z", Instant.now().plusSeconds(8L * 86400).toString()}) {
            Instant from = Instant.parse(start);
            Instant to = from.plusSeconds(3600);
            assertThatThrownBy(() -> loop.as("review1", () -> declarations.declare("flood", Set.of(), from, to, "避難指示"))).as(start)
                    .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.fields()).anyMatch(f -> f.kind().startsWith("disaster-")));
        }
        Instant now = Instant.now();
        assertThatThrownBy(() -> loop.as("review1", () -> declarations.declare("flood", Set.of(), now, Instant.MAX, "避難指示"))).isInstanceOf(Problem.class);
    }

    @Test
    void whoseDataWentOutIsToldAfterwardsAndStaysOnTheListUntilThen() {
        CaseFile concerned = newCase("事後町");
        CaseFile other = newCase("事後町");
        long id = declare("事後町");
        confirm(id);
        disclosures.log(concerned.id(), POLICE, "会津警察署", Purpose.PEACETIME_SHARING, ask(concerned), "list");
        assertThat(toldList.of(id)).singleElement().satisfies(c -> {
            assertThat(c.residentId()).isEqualTo(concerned.resident().id());
            assertThat(c.parties()).isEqualTo("会津警察署");
            assertThat(c.toldOn()).isNull();
        });
        assertThat(toldList.open(id)).isOne();
        assertThat(toldList.letters(id, null)).hasSize(1);
        assertThatThrownBy(() -> told(id, other)).as("nothing of this person went out").isInstanceOf(Problem.class);
        told(id, concerned);
        assertThat(toldList.open(id)).isZero();
        assertThat(toldList.letters(id, null)).isEmpty();
        end(id);
    }

    private long declare(String area) {
        newCase(area);
        return loop.as("review1", () -> declarations.declare("flood", Set.of(area), Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600),
                "10時30分、避難指示を発令"));
    }

    private void confirm(long id) {
        loop.as("review2", () -> declarations.confirm(id));
    }

    private void end(long id) {
        loop.as("review2", () -> declarations.end(id));
    }

    private void told(long id, CaseFile file) {
        loop.as("review1", () -> declarations.told(id, file.resident().id(), LocalDate.now(Notices.JAPAN), "手紙"));
    }

    private Answer ask(CaseFile file) {
        return question.may(POLICE, Set.of("/resident/name"), file.resident().id(), Purpose.PEACETIME_SHARING, Instant.now());
    }

    private CaseFile newCase(String area) {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "DECLARED-" + n, null, "宣言 三郎", "センゲン サブロウ", LocalDate.of(1937, 6, 6), "男", "990-0001",
                "みちしるべ市" + area + "1番", "0990-00-0005", area), "AOBA", 1);
    }
}
