package jp.michishirube.plan.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.EraseLinked;
import jp.michishirube.plan.draft.LinkedStatistics;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The interview as a browser with and without script meets it, down to the database. */
@ProductTest
class InterviewPagesTest {

    @Autowired MockMvc web;
    @Autowired Loop loop;
    @Autowired OfferFacts offerFacts;
    @Autowired EraseLinked eraseLinked;
    @Autowired Drafts drafts;
    @Autowired LinkedStatistics statistics;
    @Autowired Submissions submissions;
    @Autowired CaseProcess process;
    @Autowired ObjectMapper json;
    @Autowired JdbcClient jdbc;
    @Autowired MessageSource messages;

    @Test
    void thePageTellsWhereValuesComeFromAndWhatIsMissing() throws Exception {
        CaseFile file = linked();
        String page = page(file, Locale.JAPANESE);
        assertThat(page).contains("都市OSから（2026年11月1日時点）", "名簿から", "入力が必要です", "ケアエールから", "値が食い違っています", "0242-99-9999",
                "もう一度取得する", "取得できませんでした", "デジタル防災から取得できませんでした", "本人が連携に同意していません", "id=\"f-/resident/name\"", "name=\"/supporters/carecircle-1/name\"", "※必須", "data-draw");
        assertThat(page).doesNotContain("??").doesNotContain("style=\"").doesNotContain("<script>");
        assertThat(page(file, Locale.ENGLISH)).contains("Name in kana").doesNotContain("??");
    }

    @Test
    void autosaveKeepsFieldsAndShowsWhatItNormalised() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        JsonNode reply = save(file, drafts.find(file.id()).orElseThrow().version(), """
                {"/resident/kana": "ﾐﾁﾉ　しるべ", "/resident/phone": "０２４２－１２－３４５６", "/resident/name": "𠮷田 髙﨑", "/resident/birthDate": "昭和16年5月3日",
                 "/considerations/people": "２"}""");
        assertThat(reply.path("problems")).isEmpty();
        ObjectNode answers = drafts.find(file.id()).orElseThrow().answers();
        assertThat(answers.at("/resident/kana").asText()).isEqualTo("ミチノ　シルベ");
        assertThat(answers.at("/resident/phone").asText()).isEqualTo("0242-12-3456");
        assertThat(answers.at("/resident/name").asText()).isEqualTo("𠮷田 髙﨑");
        assertThat(answers.at("/resident/birthDate").asText()).isEqualTo("1941-05-03");
        assertThat(answers.at("/considerations/people").asInt()).isEqualTo(2);
        assertThat(reply.path("normalised").path("/resident/kana").asText()).isEqualTo("ミチノ　シルベ");
    }

    @Test
    void twoTabsNeverOverwriteEachOtherUnseen() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        long seen = drafts.find(file.id()).orElseThrow().version();
        save(file, seen, "{\"/remarks/text\": \"一番\", \"/remarks/key\": \"隣家\"}");
        JsonNode second = save(file, seen, "{\"/remarks/text\": \"二番\", \"/route/avoid\": \"橋\"}");
        assertThat(second.path("conflicts").get(0).asText()).isEqualTo("/remarks/text");
        assertThat(second.path("problems").get(0).path("text").asText()).contains("佐藤 恵", "一番");
        assertThat(second.path("others").path("/remarks/key").asText()).isEqualTo("隣家");
        ObjectNode answers = drafts.find(file.id()).orElseThrow().answers();
        assertThat(answers.at("/remarks/text").asText()).isEqualTo("一番");
        assertThat(answers.at("/route/avoid").asText()).isEqualTo("橋");
        save(file, second.path("version").asLong(), "{\"/remarks/text\": \"二番\"}");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/remarks/text").asText()).isEqualTo("二番");
    }

    @Test
    void uglyInputIsRefusedAtItsFieldAndTheRestIsKept() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        ObjectNode changes = json.createObjectNode().put("/remarks/text", "あ".repeat(10_000)).put("/remarks/key", "a\u202Eb")
                .put("/resident/birthDate", "昭和65年1月1日").put("/household/kind", "palace").put("/making/attended", "<script>alert(1)</script>")
                .put("/considerations/tools", "=HYPERLINK(\"http://x\")").put("/nowhere/x", "1").put("/supporters/../name", "x");
        JsonNode reply = save(file, drafts.find(file.id()).orElseThrow().version(), changes.toString());
        assertThat(reply.path("problems").findValuesAsText("address")).containsExactlyInAnyOrder("/remarks/text", "/remarks/key", "/resident/birthDate",
                "/household/kind", "/nowhere/x", "/supporters/../name");
        assertThat(page(file, Locale.JAPANESE)).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/considerations/tools").asText()).startsWith("=HYPERLINK");
    }

    @Test
    void aControlCharacterOrAnEndlessTextCostsItsOwnFieldOnly() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        ObjectNode changes = json.createObjectNode().put("/remarks/text", "まえ\u0000あと").put("/remarks/key", "z".repeat(25_000)).put("/resident/birthDate", "a\u0007b")
                .put("/household/kind", "\ud83d").put("/route/avoid", "橋");
        changes.putObject("/supporters/new-1").put("name", "町内会\u0008").put("phone", "0242-12-3456");
        JsonNode reply = save(file, drafts.find(file.id()).orElseThrow().version(), changes.toString());
        assertThat(reply.path("problems").findValuesAsText("address")).containsExactlyInAnyOrder("/remarks/text", "/remarks/key", "/resident/birthDate", "/household/kind",
                "/supporters/new-1/name");
        assertThat(reply.path("saved").toString()).contains("/route/avoid", "/supporters/new-1/phone");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/route/avoid").asText()).isEqualTo("橋");
        MvcResult withoutScript = web.perform(multipart("/cases/" + file.number() + "/interview").with(As.aoba1()).with(csrf())
                .param("version", "" + drafts.find(file.id()).orElseThrow().version()).param("/remarks/text", "まえ\u0000あと").param("/route/avoid", "川")).andReturn();
        assertThat(withoutScript.getResponse().getStatus()).isEqualTo(422);
        assertThat(withoutScript.getResponse().getContentAsString()).contains("使えない文字", "まえ\uFFFDあと");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/route/avoid").asText()).isEqualTo("川");
        // Everywhere else the door itself refuses.
        assertThat(web.perform(multipart("/cases/" + file.number() + "/interview").with(As.aoba1()).with(csrf()).param("version", "1").param("next", "a\u0000"))
                .andReturn().getResponse().getStatus()).isEqualTo(400);
    }

    @Test
    void withoutScriptRowsAreAddedFilledAndRemoved() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        String version = String.valueOf(drafts.find(file.id()).orElseThrow().version());
        MvcResult added = web.perform(multipart("/cases/" + file.number() + "/interview").with(As.aoba1()).with(csrf())
                .param("version", version).param("add", "/supporters").param("/remarks/text", "書きかけ")).andReturn();
        assertThat(added.getResponse().getStatus()).isEqualTo(302);
        Draft draft = drafts.find(file.id()).orElseThrow();
        String key = draft.answers().at("/supporters/0/_key").asText();
        assertThat(draft.answers().at("/remarks/text").asText()).isEqualTo("書きかけ");
        web.perform(multipart("/cases/" + file.number() + "/interview").with(As.aoba1()).with(csrf()).param("version", "" + draft.version())
                .param("/supporters/" + key + "/name", "町内会").param("@", "/supporters/" + key + "/roles").param("/supporters/" + key + "/roles", "call", "drive"));
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/supporters/0/roles").size()).isEqualTo(2);
        MvcResult wrong = web.perform(multipart("/cases/" + file.number() + "/interview").with(As.aoba1()).with(csrf())
                .param("version", "" + drafts.find(file.id()).orElseThrow().version()).param("/supporters/" + key + "/phone", "電話なし")).andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        assertThat(wrong.getResponse().getContentAsString()).contains("電話番号の形ではありません", "value=\"電話なし\"");
        web.perform(multipart("/cases/" + file.number() + "/interview").with(As.aoba1()).with(csrf())
                .param("version", "" + drafts.find(file.id()).orElseThrow().version()).param("remove", "/supporters/" + key));
        assertThat(Answers.isEmpty(drafts.find(file.id()).orElseThrow().answers().get("supporters"))).isTrue();
    }

    @Test
    void choosingAHolderTakesItsValueAndIsNotAskedAgain() throws Exception {
        CaseFile file = linked();
        page(file, Locale.JAPANESE);
        web.perform(post("/cases/" + file.number() + "/interview/facts").with(As.aoba1()).with(csrf()).param("address", "/resident/phone").param("holder", "ROSTER"));
        Draft draft = drafts.find(file.id()).orElseThrow();
        assertThat(draft.answers().at("/resident/phone").asText()).isEqualTo("0242-00-0000");
        assertThat(draft.provenance().path("/resident/phone").path("holder").asText()).isEqualTo("ROSTER");
        assertThat(page(file, Locale.JAPANESE)).doesNotContain("値が食い違っています");
    }

    @Test
    void submittingNamesWhatIsMissingThenMakesAVersionOnce() throws Exception {
        CaseFile file = loop.atInterview();
        String before = web.perform(get("/cases/" + file.number() + "/interview/submission").with(As.aoba1())).andReturn().getResponse().getContentAsString();
        assertThat(before).contains("件で提出できます", "緊急連絡先").doesNotContain("この内容で提出する");
        MvcResult refused = submit(file);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        loop.as("aoba1", () -> loop.write(file, loop.complete()));
        assertThat(web.perform(get("/cases/" + file.number() + "/interview/submission").with(As.aoba1())).andReturn().getResponse().getContentAsString())
                .contains("この内容で提出する", "試験 花子");
        assertThat(submit(file).getResponse().getStatus()).isEqualTo(302);
        assertThat(submit(file).getResponse().getStatus()).isEqualTo(409);
        assertThat(submissions.of(file.id())).hasSize(1);
        assertThat(process.openSteps(file.id())).containsExactly(Step.REVIEW_PLAN);
        assertThat(save(file, drafts.find(file.id()).orElseThrow().version(), "{\"/remarks/text\": \"あと\"}").path("status").asInt()).isEqualTo(409);
        String read = web.perform(get("/cases/" + file.number() + "/plan").with(As.review1())).andReturn().getResponse().getContentAsString();
        assertThat(read).contains("第1版", "試験 花子", "保証するものではありません");
        // A system's token is no person: without the resident's consent it gets nothing.
        assertThat(web.perform(get("/api/v1/cases/" + file.number() + "/submissions").with(As.system("plans:read"))).andReturn().getResponse()
                .getStatus()).isEqualTo(403);
        web.perform(post("/api/v1/cases/" + file.number() + "/consents").with(As.aoba1Token("consents:write")).contentType("application/json").content("""
                {"decisions":[{"notice":{"id":"creation","version":1,"language":"ja"},"given":true}],"givenBy":"SELF",
                 "channel":"ELECTRONIC","explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}"""));
        JsonNode api = json.readTree(web.perform(get("/api/v1/cases/" + file.number() + "/submissions").with(As.system("plans:read"))).andReturn()
                .getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(api.get(0).at("/answers/contacts/0/name").asText()).isEqualTo("試験 花子");
        assertThat(web.perform(get("/api/v1/cases/" + file.number() + "/plan").with(As.system("cases:read"))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    /** An unticked reason keeps its grade in the draft, in case it is ticked again; no other system reads it, before or after the plan is handed in. */
    @Test
    void theApiGivesNoAnswerThatTheFormHides() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        web.perform(post("/api/v1/cases/" + file.number() + "/consents").with(As.aoba1Token("consents:write")).contentType("application/json").content("""
                {"decisions":[{"notice":{"id":"creation","version":1,"language":"ja"},"given":true}],"givenBy":"SELF",
                 "channel":"ELECTRONIC","explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}"""));
        JsonNode kept = save(file, drafts.find(file.id()).orElseThrow().version(), "{\"/reasons/items\": [\"careLevel\"], \"/reasons/careLevel\": \"23\"}");
        assertThat(api(file, "/plan").at("/answers/reasons/careLevel").asText()).isEqualTo("23");
        save(file, kept.path("version").asLong(), "{\"/reasons/items\": [\"physical\"]}");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/reasons/careLevel").asText()).as("kept").isEqualTo("23");
        assertThat(api(file, "/plan").at("/answers/reasons").has("careLevel")).isFalse();
        Map<String, JsonNode> whole = new LinkedHashMap<>(loop.complete());
        whole.put("/reasons/intellectualGrade", TextNode.valueOf("A1"));
        loop.as("aoba1", () -> loop.write(file, whole));
        assertThat(submit(file).getResponse().getStatus()).isEqualTo(302);
        assertThat(api(file, "/submissions").get(0).at("/answers/reasons").has("careLevel")).isTrue();
        assertThat(api(file, "/submissions").toString()).doesNotContain("A1");
        assertThat(api(file, "/submissions/1").toString()).doesNotContain("A1");
    }

    private JsonNode api(CaseFile file, String path) throws Exception {
        return json.readTree(web.perform(get("/api/v1/cases/" + file.number() + path).with(As.system("plans:read"))).andReturn()
                .getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aRestAndOtherResultsNeedAReason() throws Exception {
        CaseFile file = loop.atInterview();
        String address = "/cases/" + file.number() + "/interview/result";
        assertThat(web.perform(get(address).with(As.aoba1())).andReturn().getResponse().getContentAsString()).contains("入院中").doesNotContain("??");
        MvcResult without = web.perform(post(address).with(As.aoba1()).with(csrf()).param("note", "三回訪問")).andReturn();
        assertThat(without.getResponse().getStatus()).isEqualTo(422);
        assertThat(without.getResponse().getContentAsString()).contains("理由を選んでください", "三回訪問");
        assertThat(web.perform(post(address).with(As.aoba1()).with(csrf()).param("choice", "PAUSED/hospital").param("resumeOn", "1999-01-01")).andReturn()
                .getResponse().getStatus()).isEqualTo(422);
        assertThat(web.perform(post(address).with(As.aoba1()).with(csrf()).param("choice", "INFORMATION_ONLY/informed")).andReturn()
                .getResponse().getStatus()).isEqualTo(302);
        assertThat(process.openSteps(file.id())).isEmpty();
    }

    @Test
    void aWithdrawnConsentTakesUnconfirmedLinkedValuesAway() throws Exception {
        CaseFile file = linked();
        save(file, drafts.find(file.id()).orElseThrow().version(), "{\"/supporters/carecircle-1/phone\": \"090-0000-0001\"}");
        eraseLinked.of(file.id());
        Draft draft = drafts.find(file.id()).orElseThrow();
        assertThat(draft.answers().toString()).doesNotContain("佐々木", "0242-99-9999").contains("090-0000-0001", "試験 太郎");
        assertThat(draft.provenance().toString()).doesNotContain("CARE_CIRCLE", "CITY_OS");
    }

    @Test
    void aPhotoIsWrittenAnewAndALiarIsRefused() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3000, 200, BufferedImage.TYPE_INT_ARGB), "png", png);
        MvcResult kept = upload(file, "地図.png", png.toByteArray());
        assertThat(kept.getResponse().getStatus()).isEqualTo(200);
        JsonNode reply = json.readTree(kept.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        MvcResult shown = web.perform(get(reply.path("href").asText()).with(As.review1())).andReturn();
        assertThat(shown.getResponse().getContentType()).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(shown.getResponse().getContentAsByteArray())).getWidth()).isEqualTo(1600);
        assertThat(upload(file, "photo.jpg", "<html><script>".getBytes()).getResponse().getStatus()).isEqualTo(422);
        assertThat(upload(file, "photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2}).getResponse().getStatus()).isEqualTo(422);
        assertThat(web.perform(get(reply.path("href").asText()).with(As.wakakusa1())).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void withoutScriptALyingFileIsToldAtItsFieldAndTheRestIsKept() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        MvcResult refused = web.perform(multipart("/cases/" + file.number() + "/interview")
                .file(new MockMultipartFile("file:/route/map", "map.jpg", "image/jpeg", "<html><script>".getBytes())).with(As.aoba1()).with(csrf())
                .param("version", "" + drafts.find(file.id()).orElseThrow().version()).param("/remarks/text", "犬がいる")).andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString()).contains("id=\"e-/route/map\"", "犬がいる").doesNotContain("<html><script>");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/remarks/text").asText()).isEqualTo("犬がいる");
    }

    @Test
    void aTabletsOwnFormatIsRefusedWithWhatToDoAndTooManyPixelsToo() throws Exception {
        CaseFile file = loop.atInterview();
        page(file, Locale.JAPANESE);
        byte[] heic = new byte[64];
        System.arraycopy("ftypheic".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, heic, 4, 8);
        MvcResult refused = upload(file, "IMG_0001.HEIC", heic);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("HEIC", "互換性優先");
        assertThat(upload(file, "forty.png", png(8000, 5000)).getResponse().getStatus()).isEqualTo(200);
        MvcResult many = upload(file, "many.png", png(11_000, 11_000));
        assertThat(many.getResponse().getStatus()).isEqualTo(422);
        assertThat(many.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("画素が多すぎます");
        assertThat(Answers.text(drafts.find(file.id()).orElseThrow().answers(), "/route/map/name")).isEqualTo("forty.jpg");
    }

    @Test
    void aRenewalTakesWhatThePlanBeforeSaid() throws Exception {
        CaseFile before = loop.atReview();
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(before.id().value()).update();
        CaseFile renewed = loop.atInterview();
        jdbc.sql("update casefile.casefile set resident_id = ? where id = ?").params(before.resident().id(), renewed.id().value()).update();
        String page = page(renewed, Locale.JAPANESE);
        assertThat(page).contains("前回の計画から（", "隣 一郎", "親戚の家");
        Draft draft = drafts.find(renewed.id()).orElseThrow();
        assertThat(draft.provenance().path("/considerations/movement").path("holder").asText()).isEqualTo("PREVIOUS_PLAN");
        assertThat(draft.provenance().path("/resident/name").path("holder").asText()).isEqualTo("ROSTER");
        assertThat(draft.provenance().path("/making/madeOn").path("kind").asText()).as("of this plan, not of the one before").isEqualTo("typed");
        assertThat(draft.linkedItems()).isPositive();
        eraseLinked.of(renewed.id());
        assertThat(drafts.find(renewed.id()).orElseThrow().answers().toString()).doesNotContain("隣 一郎").contains("試験 太郎");
    }

    @Test
    void theCountOfWhatWasFilledIsHonest() throws Exception {
        CaseFile file = linked();
        page(file, Locale.JAPANESE);
        int linked = drafts.find(file.id()).orElseThrow().linkedItems();
        assertThat(linked).isGreaterThanOrEqualTo(4);
        save(file, drafts.find(file.id()).orElseThrow().version(), "{\"/resident/phone\": \"0242-11-1111\", \"/remarks/text\": \"手で書いた\"}");
        assertThat(drafts.find(file.id()).orElseThrow().linkedItems()).isEqualTo(linked - 1);
        save(file, drafts.find(file.id()).orElseThrow().version(), "{\"/resident/phone\": \"0242-99-9999\"}");
        Draft draft = drafts.find(file.id()).orElseThrow();
        assertThat(draft.linkedItems()).as("typed back").isEqualTo(linked);
        assertThat(page(file, Locale.JAPANESE)).contains(draft.allItems() + "項目中" + linked + "項目が連携で入力済みです");
        assertThat(web.perform(get("/linkage/statistics").with(As.aoba1())).andReturn().getResponse().getContentAsString()).contains("青葉居宅介護支援事業所");
    }

    @Test
    void theStatisticsSumWhatEachPlanCountsWithoutEditedValues() throws Exception {
        List<CaseFile> files = List.of(linked(), linked());
        for (CaseFile file : files) {
            page(file, Locale.JAPANESE);
        }
        // Other cases may be worked on meanwhile: the city's line is compared with the offices' sum of that moment.
        Eventually.holds(() -> assertThat(statistics()).contains(cityLine()));
        save(files.get(0), drafts.find(files.get(0).id()).orElseThrow().version(), "{\"/resident/phone\": \"0242-11-1111\"}");
        Eventually.holds(() -> assertThat(statistics()).contains(cityLine()));
        List<Draft> plans = files.stream().map(f -> drafts.find(f.id()).orElseThrow()).toList();
        assertThat(plans.get(0).linkedItems()).isEqualTo(plans.get(1).linkedItems() - 1);
        jdbc.sql("insert into organization.office (code, name, kind) values ('SUMMED', '合計を数える事業所', 'HOME_CARE_SUPPORT')").update();
        try {
            files.forEach(f -> jdbc.sql("update casefile.casefile set office = 'SUMMED' where id = ?").param(f.id().value()).update());
            int linked = plans.stream().mapToInt(Draft::linkedItems).sum();
            int all = plans.stream().mapToInt(Draft::allItems).sum();
            assertThat(statistics.byOffice()).contains(new LinkedStatistics.OfOffice("SUMMED", 2, linked, all));
            String city = statistics();
            assertThat(city).containsPattern("SUMMED|合計を数える事業所").contains(">" + linked + "</td>", ">" + all + "</td>");
            assertThat(web.perform(get("/linkage/statistics").with(As.aoba1())).andReturn().getResponse().getContentAsString())
                    .doesNotContain("SUMMED", "合計を数える事業所");
        } finally {
            files.forEach(f -> jdbc.sql("update casefile.casefile set office = 'AOBA' where id = ?").param(f.id().value()).update());
            jdbc.sql("delete from organization.office where code = 'SUMMED'").update();
        }
    }

    private String statistics() throws Exception {
        return web.perform(get("/linkage/statistics").with(As.review1())).andReturn().getResponse().getContentAsString();
    }

    /** What the city should read: all offices together. */
    private String cityLine() {
        int linked = statistics.byOffice().stream().mapToInt(LinkedStatistics.OfOffice::linked).sum();
        int all = statistics.byOffice().stream().mapToInt(LinkedStatistics.OfOffice::all).sum();
        return messages.getMessage("linkage.statistics.filled", new Object[] {linked, all, linked * 100 / all}, Locale.JAPANESE);
    }

    @Test
    void anotherOfficeSeesNothing() throws Exception {
        CaseFile file = loop.atInterview();
        for (String path : new String[] {"/interview", "/plan", "/interview/submission", "/interview/result"}) {
            assertThat(web.perform(get("/cases/" + file.number() + path).with(As.wakakusa1())).andReturn().getResponse().getStatus()).as(path).isEqualTo(404);
        }
        assertThat(web.perform(get("/cases/" + file.number() + "/interview").with(As.review1())).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    private static byte[] png(int width, int height) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    private CaseFile linked() throws Exception {
        CaseFile file = loop.atInterview();
        offerFacts.offer(file.id(), Holder.CITY_OS, Instant.parse("2026-11-01T00:00:00Z"), 7L, (ObjectNode) json.readTree("""
                {"cityos.name": "試験 太郎", "cityos.kana": "シケン　タロウ", "cityos.phone": "0242-99-9999", "cityos.household": "alone", "cityos.nonsense": {"a": 1}}"""));
        offerFacts.offer(file.id(), Holder.CARE_CIRCLE, Instant.parse("2026-11-02T00:00:00Z"), 7L, (ObjectNode) json.readTree("""
                {"carecircle.supporters": [{"name": "佐々木 花", "party": "person", "phone": "090-1111-2222"}]}"""));
        offerFacts.notFetched(file.id(), Holder.DISASTER_APP);
        offerFacts.notAgreed(file.id(), Holder.GATEWAY);
        return file;
    }

    private MvcResult submit(CaseFile file) throws Exception {
        return web.perform(post("/cases/" + file.number() + "/interview/submission").with(As.aoba1()).with(csrf())
                .param("version", "" + drafts.find(file.id()).orElseThrow().version())).andReturn();
    }

    private MvcResult upload(CaseFile file, String name, byte[] bytes) throws Exception {
        return web.perform(multipart("/cases/" + file.number() + "/interview/files").file(new MockMultipartFile("file", name, "image/jpeg", bytes))
                .param("address", "/route/map").with(As.aoba1()).with(csrf())).andReturn();
    }

    private JsonNode save(CaseFile file, long version, String changes) throws Exception {
        MvcResult result = web.perform(post("/cases/" + file.number() + "/interview/draft").with(As.aoba1()).with(csrf()).contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON)
                .content("{\"version\": " + version + ", \"changes\": " + changes + "}")).andReturn();
        return json.readTree(result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String page(CaseFile file, Locale locale) throws Exception {
        MvcResult result = web.perform(get("/cases/" + file.number() + "/interview").locale(locale).param("lang", locale.getLanguage()).with(As.aoba1())).andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        return result.getResponse().getContentAsString();
    }
}
