package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.qrcode.encoder.AppendedCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.linkage.FetchResult.Status;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** From the consent to the facts on the page, against the real outside world. */
@ProductTest
class LinkageFlowTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String YES = """
            {"decisions":[{"notice":{"id":"creation","version":1,"language":"ja"},"given":true}],"givenBy":"SELF",
             "channel":"ELECTRONIC","explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}""";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseProcess process;
    @Autowired private CollectLinkedFacts facts;
    @Autowired private Drafts drafts;
    @Autowired private JdbcClient jdbc;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    private SandboxPages sandbox;

    @BeforeEach
    void pages() {
        sandbox = new SandboxPages(sandboxUrl);
    }

    @AfterEach
    void normal() {
        for (String service : new String[] {"CITYOS", "GATEWAY", "DISASTER_APP", "CARE_CIRCLE"}) {
            sandbox.turn(service, "NORMAL");
        }
    }

    @Test
    void nothingIsAskedWithoutConsent() {
        CaseFile file = newCase("MC-0001");
        facts.collect(file.id());
        assertThat(statuses(file).values()).containsOnly(Status.NOT_AGREED);
        assertThat(facts.results(file.id())).allSatisfy(r -> assertThat(r.reason()).isEqualTo("NOT_ASKED"));
        assertThat(drafts.find(file.id()).map(d -> d.provenance().toString()).orElse("")).doesNotContain("CITY_OS");
    }

    @Test
    void consentBringsTheFactsWithTheirProvenance() throws Exception {
        CaseFile file = atInterview("MC-0001");
        assertThat(statuses(file)).containsEntry(Holder.CITY_OS, Status.FETCHED).containsEntry(Holder.GATEWAY, Status.FETCHED)
                .containsEntry(Holder.CARE_CIRCLE, Status.FETCHED).containsEntry(Holder.DISASTER_APP, Status.FETCHED);
        var draft = drafts.find(file.id()).orElseThrow();
        assertThat(Answers.text(draft.answers(), "/household/kind")).isEqualTo("alone");
        assertThat(draft.provenance().path("/household/kind").path("holder").asText()).isEqualTo("CITY_OS");
        assertThat(draft.provenance().path("/household/kind").path("asOf").asText()).startsWith("2026-11-01");
        assertThat(draft.answers().path("supporters")).isNotEmpty();
        assertThat(draft.answers().path("medical").path("medications")).isNotEmpty();
        assertThat(draft.answers().path("places")).hasSize(4);
        String page = mvc.perform(get("/cases/{n}/linkage", file.number()).with(As.aoba1())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(page).contains("都市OS", "受け取りました", "お薬手帳を読み取る").doesNotContain("??", "class=\"error\"", "invalid");
        mvc.perform(get("/cases/{n}/linkage", file.number()).with(As.wakakusa1())).andExpect(status().isNotFound());
    }

    @Test
    void whoIsNotWithAHolderGoesOnWithWhatCame() throws Exception {
        CaseFile file = atInterview("MC-0012");
        assertThat(statuses(file)).containsEntry(Holder.CITY_OS, Status.NOTHING).containsEntry(Holder.CARE_CIRCLE, Status.NOTHING)
                .containsEntry(Holder.GATEWAY, Status.FETCHED);
    }

    @Test
    void aServiceThatIsDownFailsAloneAndAPersonTriesAgain() throws Exception {
        sandbox.turn("CARE_CIRCLE", "DOWN");
        CaseFile file = atInterview("MC-0003");
        assertThat(statuses(file)).containsEntry(Holder.CARE_CIRCLE, Status.FAILED).containsEntry(Holder.CITY_OS, Status.FETCHED);
        assertThat(facts.failedHolders(file.id())).containsExactly(Holder.CARE_CIRCLE);
        assertThat(mvc.perform(get("/cases/{n}/linkage", file.number()).with(As.aoba1())).andReturn().getResponse().getContentAsString())
                .contains("受け取れませんでした", "もう一度受け取る");
        assertThat(facts.retry(file.id(), Holder.CARE_CIRCLE)).isFalse();

        sandbox.turn("CARE_CIRCLE", "NORMAL");
        mvc.perform(post("/cases/{n}/linkage/CARE_CIRCLE/again", file.number()).with(As.aoba1()).with(csrf()))
                .andExpect(redirectedUrl("/cases/" + file.number() + "/linkage"));
        assertThat(statuses(file)).containsEntry(Holder.CARE_CIRCLE, Status.FETCHED);
        assertThat(drafts.find(file.id()).orElseThrow().answers().path("supporters")).isNotEmpty();
    }

    @Test
    void nonsenseIsAFailureAndLeavesNothingInThePlan() throws Exception {
        sandbox.turn("CITYOS", "NONSENSE");
        CaseFile file = atInterview("MC-0005");
        assertThat(statuses(file)).containsEntry(Holder.CITY_OS, Status.FAILED);
        assertThat(facts.results(file.id())).anySatisfy(r -> assertThat(r.reason()).isEqualTo("NONSENSE"));
        assertThat(drafts.find(file.id()).orElseThrow().answers().toString()).doesNotContain("html");
    }

    @Test
    void aWithdrawnConsentTakesTheFactsAway() throws Exception {
        CaseFile file = atInterview("MC-0007");
        assertThat(drafts.find(file.id()).orElseThrow().answers().path("supporters")).isNotEmpty();
        long record = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'")
                .param(file.resident().id()).query(Long.class).single();
        mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), record).with(As.aoba1Token("consents:write"))
                .contentType("application/json")
                .content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"CONTINUE\"}")).andExpect(status().isNoContent());
        var draft = drafts.find(file.id()).orElseThrow();
        assertThat(draft.answers().path("supporters")).isEmpty();
        assertThat(draft.provenance().toString()).doesNotContain("CARE_CIRCLE").doesNotContain("CITY_OS");
        assertThat(statuses(file).values()).containsOnly(Status.NOT_AGREED);
        assertThat(mvc.perform(get("/cases/{n}/interview", file.number()).with(As.aoba1())).andReturn().getResponse().getContentAsString())
                .contains("本人が連携に同意していません", "ケアエール、都市OS、デジタル防災、市の情報連携").doesNotContain("ケアエールから（");
        facts.collect(file.id());
        assertThat(statuses(file).values()).containsOnly(Status.NOT_AGREED);
    }

    @Test
    void theNotebookFillsMedicationAndAnotherPersonsIsRefusedInPlace() throws Exception {
        CaseFile file = atInterview("MC-0002");
        String book = "JAHISTC08,1\r\n1,髙橋 ハナ,2,19380412\r\n2,1,ペニシリン\r\n5,20261114,1\r\n"
                + "201,1,アムロジピン錠5mg,1,錠\r\n301,1,1日1回朝食後,14,日分\r\n";
        mvc.perform(notebook(file, book)).andExpect(redirectedUrl("/cases/" + file.number() + "/linkage"));
        var draft = drafts.find(file.id()).orElseThrow();
        assertThat(draft.answers().path("medical").path("medications").get(0).path("name").asText()).isEqualTo("アムロジピン錠5mg");
        assertThat(Answers.text(draft.answers(), "/medical/allergies")).isEqualTo("ペニシリン");

        String refused = mvc.perform(notebook(file, book.replace("髙橋 ハナ", "伊東 清"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(refused).contains("この案件の本人の手帳ではありません", "aria-invalid=\"true\"");
        String missing = mvc.perform(multipart("/cases/{n}/linkage/notebook", file.number()).param("codes",
                "JAHISTC08,1\r\n1,髙橋 ハナ,2,19380412\r\n911,set,3,1\r\n").with(As.aoba1()).with(csrf())).andReturn().getResponse()
                .getContentAsString();
        assertThat(missing).contains("3枚のうち1枚", "911,set,3,1");
    }

    @Test
    void aPastedSetOfAnotherPersonOrOfTwoIsRefusedAtTheTextWhichStays() throws Exception {
        CaseFile file = atInterview("MC-0002");
        String others = "JAHISTC08,1\r\n1,伊東 清,1,19390322\r\n911,kiyoshi,2,1\r\n"
                + "JAHISTC08,1\r\n5,20261114,1\r\n201,1,ドネペジル塩酸塩錠5mg,1,錠\r\n911,kiyoshi,2,2\r\n";
        assertThat(pasted(file, others))
                .contains("伊東 清", "911,kiyoshi,2,2", "id=\"f-codes-error\"", "この案件の本人の手帳ではありません").doesNotContain("id=\"f-files-error\"");
        assertThat(pasted(file, others.replace("911,kiyoshi,2,2", "911,hana,2,2"))).contains("id=\"f-codes-error\"", "911,hana,2,2");
        assertThat(pasted(file, "JAHISTC08,1\r\n1,髙橋 ハナ,2,19380412\r\n5,20261114,1\r\n201,1,アムロ")).contains("id=\"f-codes-error\"", "201,1,アムロ");
        assertThat(drafts.find(file.id()).orElseThrow().answers().toString()).doesNotContain("ドネペジル");
    }

    @Test
    void codesArePhotographedOneAfterTheOtherUntilTheSetIsWhole() throws Exception {
        CaseFile file = atInterview("MC-0002");
        byte[] book = ("JAHISTC08,1\r\n1,髙橋 ハナ,2,19380412\r\n5,20261114,1\r\n201,1,アムロジピン錠5mg,1,錠\r\n"
                + "301,1,1日1回朝食後,14,日分\r\n").getBytes(Charset.forName("windows-31j"));
        byte[] second = png(AppendedCode.of(Arrays.copyOfRange(book, 40, book.length), 1, 2, 9));
        String waiting = mvc.perform(multipart("/cases/{n}/linkage/notebook", file.number()).file(new MockMultipartFile("files", second))
                .with(As.aoba1()).with(csrf())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(waiting).contains("2枚のうち1枚", "id=\"f-files-error\"");
        String kept = waiting.replaceAll("(?s).*<textarea name=\"kept\"[^>]*>([^<]*)<.*", "$1");
        mvc.perform(multipart("/cases/{n}/linkage/notebook", file.number())
                .file(new MockMultipartFile("files", png(AppendedCode.of(Arrays.copyOf(book, 40), 0, 2, 9)))).param("kept", kept)
                .with(As.aoba1()).with(csrf())).andExpect(redirectedUrl("/cases/" + file.number() + "/linkage"));
        assertThat(drafts.find(file.id()).orElseThrow().answers().toString()).contains("アムロジピン錠5mg");
        assertThat(mvc.perform(multipart("/cases/{n}/linkage/notebook", file.number())
                .file(new MockMultipartFile("files", png(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)))).with(As.aoba1()).with(csrf()))
                .andReturn().getResponse().getContentAsString()).contains("写真の中のQRコードを読み取れませんでした");
    }

    private static byte[] png(BufferedImage image) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void whatTwoHoldersSayDifferentlyIsShownWithBothAndTheirDays() throws Exception {
        CaseFile file = atInterview("MC-0001");
        mvc.perform(notebook(file, "JAHISTC08,1\r\n1,髙橋 ハナ,2,19380412\r\n2,1,ペニシリン\r\n5,20261114,1\r\n201,1,アムロジピン錠5mg,1,錠\r\n"
                + "301,1,1日1回朝食後,14,日分\r\n"));
        assertThat(mvc.perform(get("/cases/{n}/interview", file.number()).with(As.aoba1())).andReturn().getResponse().getContentAsString())
                .contains("いまの値：ケアエールから（2026年11月18日時点）", "ペニシリン", "いまの値：お薬手帳から（2026年11月14日時点）",
                        "メトホルミン塩酸塩錠250mg", "ケアエールの値にする", "お薬手帳の値にする");
    }

    private String pasted(CaseFile file, String codes) throws Exception {
        return mvc.perform(multipart("/cases/{n}/linkage/notebook", file.number()).param("codes", codes).with(As.aoba1()).with(csrf()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static RequestBuilder notebook(CaseFile file, String book) {
        return multipart("/cases/{n}/linkage/notebook", file.number())
                .file(new MockMultipartFile("files", "okusuri.csv", "text/csv", book.getBytes(Charset.forName("windows-31j"))))
                .with(As.aoba1()).with(csrf());
    }

    private CaseFile newCase(String cityOsId) {
        return newCase(open, cityOsId);
    }

    private static CaseFile newCase(OpenCase open, String cityOsId) {
        return open.open(new Resident(0, "LINK-" + NUMBERS.incrementAndGet(), cityOsId, "髙橋 ハナ", "タカハシ ハナ",
                LocalDate.of(1938, 4, 12), "女", "990-0011", "みちしるべ市青葉町", "0990-22-1007", "青葉町"), "AOBA", 3);
    }

    private CaseFile atInterview(String cityOsId) throws Exception {
        return atInterview(mvc, open, process, cityOsId);
    }

    /** A case of its own, whose resident is this one for the outside world and has agreed. */
    static CaseFile atInterview(MockMvc mvc, OpenCase open, CaseProcess process, String cityOsId) throws Exception {
        CaseFile file = newCase(open, cityOsId);
        mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write"))
                .contentType("application/json").content(YES)).andExpect(status().is2xxSuccessful());
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        return file;
    }

    private Map<Holder, Status> statuses(CaseFile file) {
        return facts.results(file.id()).stream().collect(Collectors.toMap(FetchResult::holder, FetchResult::status));
    }
}
