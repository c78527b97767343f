package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Verdict;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The roster manager's way through the pages, and the API's, on the whole product. */
@ProductTest
class RosterPagesTest {

    private static final String HEADER = "宛名番号,氏名,氏名カナ,生年月日,住所,町内会,受託事業者コード\r\n";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Intakes intakes;
    @Autowired
    private Environment environment;
    @Autowired
    private ForgetRows forget;

    private long upload(String name, byte[] bytes, String source) throws Exception {
        String to = mvc.perform(multipart("/roster/imports").file(new MockMultipartFile("file", name, "text/csv", bytes))
                .param("kind", "RESIDENTS").param("fullList", "false").param("source", source).with(As.roster1()).with(csrf()))
                .andExpect(redirectedUrlPattern("/roster/imports/*")).andReturn().getResponse().getRedirectedUrl();
        return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
    }

    private Intake await(long id, IntakeState state) {
        Eventually.holds(() -> assertThat(intakes.get(id).state()).isEqualTo(state));
        return intakes.get(id);
    }

    private long imported(String row) throws Exception {
        long id = upload("一人.csv", (HEADER + row + "\r\n").getBytes(StandardCharsets.UTF_8), "");
        await(id, IntakeState.READY);
        for (int status = 409; status == 409; Thread.sleep(100)) {
            // another test's import may run just now
            status = mvc.perform(post("/roster/imports/" + id + "/confirmation").with(As.roster1()).with(csrf())).andReturn().getResponse().getStatus();
            assertThat(status).isIn(302, 409);
        }
        await(id, IntakeState.DONE);
        return id;
    }

    @Test
    void whoeverWasRankedByAFormerTableIsRankedAgain() throws Exception {
        imported("RP-71,髙橋 順位,タカハシ ジュンイ,S13.4.12,青葉町二丁目6番13号,青葉町,AOBA");
        int priority = jdbc.sql("select priority from roster.entry where city_number = 'RP-71'").query(Integer.class).single();
        long caseId = jdbc.sql("""
                update roster.entry set rules = 'former', priority = priority - 1 where city_number = 'RP-71' returning case_id
                """).query(Long.class).single();
        mvc.perform(get("/roster/entries").with(As.roster1())).andExpect(content().string(containsString("優先度を付け直す")));
        mvc.perform(post("/roster/entries/ranking").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        Eventually.holds(() -> assertThat(jdbc.sql("select priority from roster.entry where city_number = 'RP-71'").query(Integer.class).single())
                .isEqualTo(priority));
        Eventually.holds(() -> mvc.perform(get("/roster/entries").with(As.roster1())).andExpect(content().string(containsString("最後に優先度を付け直したのは"))));
        mvc.perform(get("/roster/entries/ranking").with(As.roster1())).andExpect(jsonPath("$.percent").value(100));
        assertThat(jdbc.sql("select priority from inbox.work_item where case_id = ?").param(caseId).query(Integer.class).single()).isEqualTo(priority);
        assertThat(jdbc.sql("select count(*) from casefile.event where case_id = ? and kind = 'roster-ranked-again'").param(caseId)
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void ofSomebodyForWhomNoRuleSpeaksThePageSaysSo() throws Exception {
        imported("RP-73,若井 元気,ワカイ ゲンキ,S60.4.12,青葉町二丁目6番14号,青葉町,AOBA");
        long entry = jdbc.sql("select id from roster.entry where city_number = 'RP-73' and priority = 9").query(Long.class).single();
        mvc.perform(get("/roster/entries/" + entry).with(As.roster1())).andExpect(content().string(containsString("優先の条件に当てはまるものはありません。")));
        jdbc.sql("update roster.entry set priority = 2 where id = ?").param(entry).update();
        mvc.perform(get("/roster/entries/" + entry).with(As.roster1())).andExpect(content().string(containsString("その条件に説明の言葉が書かれていません")));
    }

    @Test
    void rowsOfAnOldImportAreDeletedAndItsReportStays() throws Exception {
        long id = imported("RP-72,髙橋 保存,タカハシ ホゾン,S13.4.12,青葉町二丁目6番13号,青葉町,AOBA");
        forget.run();
        assertThat(jdbc.sql("select count(*) from roster.intake_row where intake = ?").param(id).query(Integer.class).single()).isEqualTo(1);
        jdbc.sql("update roster.intake set finished_at = now() - interval '91 days' where id = ?").param(id).update();
        forget.run();
        assertThat(jdbc.sql("select count(*) from roster.intake_row where intake = ?").param(id).query(Integer.class).single()).isZero();
        mvc.perform(get("/roster/imports/" + id).with(As.roster1())).andExpect(status().isOk())
                .andExpect(content().string(containsString("一人.csv")));
    }

    @Test
    void fromUploadToCase() throws Exception {
        byte[] file = (HEADER + "RP-1,髙橋 試験,ﾀｶﾊｼ ｼｹﾝ,S13.4.12,青葉町二丁目6番13号,青葉町,AOBA\r\nRP-2,=CMD(),カナ,昭和99年1月1日,青葉町,青葉町,\r\n"
                + "RP-3,山田 式,カナ,=1+1,青葉町,青葉町,\r\n")
                .getBytes(Charset.forName("windows-31j"));
        long id = upload("試験.csv", file, "");
        await(id, IntakeState.READY);
        mvc.perform(get("/roster/imports/" + id).with(As.roster1())).andExpect(status().isOk())
                .andExpect(content().string(containsString("その元号にない年月日です。")));
        mvc.perform(get("/roster/imports/" + id).param("show", "NEW").with(As.roster1())).andExpect(status().isOk())
                .andExpect(content().string(containsString("髙橋 試験")));
        String csv = mvc.perform(get("/roster/imports/" + id + "/wrong.csv").with(As.roster1())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("\"3\",\"生年月日\",\"昭和99年1月1日\"").as("runs nothing").contains("\"4\",\"生年月日\",\"'=1+1\"");
        mvc.perform(post("/roster/imports/" + id + "/confirmation").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        await(id, IntakeState.DONE);
        mvc.perform(get("/roster/imports/" + id).with(As.roster1())).andExpect(status().isOk());
        mvc.perform(get("/roster/imports/" + id + "/progress").with(As.roster1())).andExpect(jsonPath("$.percent").value(100));
        mvc.perform(get("/roster").with(As.roster1())).andExpect(content().string(containsString("試験.csv")));
        mvc.perform(get("/roster/entries").param("q", "タカハシ").with(As.roster1())).andExpect(content().string(containsString("髙橋 試験")));
        long entry = jdbc.sql("select id from roster.entry where city_number = 'RP-1'").query(Long.class).single();
        mvc.perform(get("/roster/entries/" + entry).with(As.roster1())).andExpect(status().isOk());
        assertThat(jdbc.sql("""
                select w.resident_name from inbox.work_item w join casefile.casefile c on c.id = w.case_id
                join casefile.resident r on r.id = c.resident_id where r.city_number = 'RP-1'
                """).query(String.class).single()).isEqualTo("髙橋 試験");
        assertThat(mvc.perform(post("/roster/imports/" + id + "/confirmation").with(As.roster1()).with(csrf())).andReturn().getResponse()
                .getStatus()).isEqualTo(409);
    }

    @Test
    void anUnknownVendorsFileIsMatchedOnItsPage() throws Exception {
        String file = "番号,漢字氏名,誕生日,現住所\r\nRP-9,山田 花,1940/1/1,桜木町1\r\n";
        long id = upload("別の会社.csv", file.getBytes(StandardCharsets.UTF_8), "会社B");
        mvc.perform(get("/roster/imports/" + id).with(As.roster1())).andExpect(redirectedUrlPattern("/roster/imports/*/mapping"));
        mvc.perform(get("/roster/imports/" + id + "/mapping").with(As.roster1())).andExpect(status().isOk())
                .andExpect(content().string(containsString("漢字氏名"))).andExpect(content().string(containsString("山田 花")));
        mvc.perform(post("/roster/imports/" + id + "/mapping").param("t.1", "name").with(As.roster1()).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("必要な列です")));
        mvc.perform(post("/roster/imports/" + id + "/mapping").param("t.1", "name").param("t.2", "birthDate").param("t.3", "address")
                .param("t.0", "cityNumber").param("source", "会社B").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(await(id, IntakeState.READY).count(Verdict.NEW)).isEqualTo(1);
        mvc.perform(post("/roster/imports/" + id + "/cancellation").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    @Test
    void aFileThatIsNoneIsRefusedOnTheForm() throws Exception {
        mvc.perform(multipart("/roster/imports").file(new MockMultipartFile("file", "x.pdf", "application/pdf", "%PDF-1.7".getBytes()))
                .with(As.roster1()).with(csrf())).andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("表として保存したファイルを選んでください")));
        mvc.perform(multipart("/roster/imports").with(As.roster1()).with(csrf())).andExpect(status().isBadRequest());
        mvc.perform(get("/roster/imports/999999999").with(As.roster1())).andExpect(status().isNotFound());
    }

    @Test
    void twoGigabytesAreRefusedBeforeTheyAreSent(@LocalServerPort int port) throws Exception {
        long before = jdbc.sql("select count(*) from roster.intake where file_name = 'zwei.csv'").query(Long.class).single();
        try (Socket line = new Socket("localhost", port)) {
            line.setSoTimeout(120_000);
            line.getOutputStream().write(("POST /api/v1/roster-imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                    + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: " + (2L << 30) + "\r\n\r\n"
                    + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"zwei.csv\"\r\n\r\n" + HEADER).getBytes(StandardCharsets.UTF_8));
            BufferedReader answer = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
            assertThat(answer.lines().toList()).anyMatch(l -> l.contains("ファイルは200 MBまでです"));
        }
        assertThat(jdbc.sql("select count(*) from roster.intake where file_name = 'zwei.csv'").query(Long.class).single()).isEqualTo(before);
    }

    /** Two clients over real HTTP, each with the whole way: upload, look, confirm. */
    @Test
    void theSameFileFromTwoSidesAtOnceIsTakenInOnceAndTheOtherIsTold(@LocalServerPort int port) throws Exception {
        String token = token();
        String file = HEADER + String.join("", IntStream.range(0, 60).mapToObj(i -> "RP-T%d,双子 %c,フタゴ,1940-01-01,川端町%d,川端町,CHUO\r\n"
                .formatted(i, 0x4E00 + i, i)).toList());
        List<HttpResponse<String>> received = together(() -> send(port, token, "/api/v1/roster-imports", file));
        assertThat(received).allMatch(r -> r.statusCode() == 202);
        List<String> places = received.stream().map(r -> r.headers().firstValue("Location").orElseThrow()).map(l -> l.substring(l.indexOf("/api"))).toList();
        List<Long> ids = places.stream().map(l -> Long.parseLong(l.substring(l.lastIndexOf('/') + 1))).toList();
        for (long id : ids) {
            assertThat(await(id, IntakeState.READY).count(Verdict.NEW)).isEqualTo(60);
        }
        mvc.perform(get("/roster/imports/" + Collections.max(ids)).with(As.roster1())).andExpect(content().string(containsString("同じ内容のファイルを")));
        Iterator<String> next = places.iterator();
        List<HttpResponse<String>> confirmed = together(() -> {
            String place;
            synchronized (next) {
                place = next.next();
            }
            return send(port, token, place + "/confirmation", null);
        });
        assertThat(confirmed).allMatch(r -> r.statusCode() == 202 || r.statusCode() == 409 && r.body().contains("別の取込みが進んでいます"));
        Eventually.holds(() -> {
            for (int i = 0; i < 2; i++) {
                if (intakes.get(ids.get(i)).state() == IntakeState.READY) {
                    send(port, token, places.get(i) + "/confirmation", null);
                }
            }
            assertThat(ids).allMatch(id -> intakes.get(id).state() == IntakeState.DONE);
        });
        assertThat(ids.stream().map(id -> intakes.get(id).applied())).as("one takes all in, the other finds nothing new").containsExactlyInAnyOrder(60L, 0L);
        assertThat(jdbc.sql("select count(*) from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number like 'RP-T%'")
                .query(Integer.class).single()).isEqualTo(60);
    }

    private static <T> List<T> together(Callable<T> act) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> f : two.invokeAll(List.of(act, act))) {
                answers.add(f.get());
            }
            return answers;
        } finally {
            two.shutdown();
        }
    }

    /** @param file null for a post without one */
    private static HttpResponse<String> send(int port, String token, String path, String file) throws Exception {
        HttpRequest.Builder ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + token)
                .header("Accept-Language", "ja");
        if (file == null) {
            ask.POST(HttpRequest.BodyPublishers.noBody());
        } else {
            ask.header("Content-Type", "multipart/form-data; boundary=edge").POST(HttpRequest.BodyPublishers.ofString(
                    "--edge\r\nContent-Disposition: form-data; name=\"fullList\"\r\n\r\nfalse\r\n"
                    + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"twin.csv\"\r\nContent-Type: text/csv\r\n\r\n" + file
                    + "\r\n--edge--\r\n"));
        }
        return HttpClient.newHttpClient().send(ask.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(environment.getProperty("michishirube.oidc.issuer") + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=roster:write")).build();
        String answer = HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).get("access_token").asText();
    }

    @Test
    void whatCameFromTheClosedNetworkStandsOnThePage() throws Exception {
        jdbc.sql("""
                insert into roster.handover (package_id, sender, exported_by, exported_at, arrived_at, received_by, rows)
                values ('rp-package', 'rp-inside', '書出 花子', now(), now(), 'roster1', 7)
                """).update();
        jdbc.sql("insert into roster.handover (sender, exported_by, arrived_at, received_by, refused) values ('', '', now(), 'roster1', 'changed')").update();
        mvc.perform(get("/roster").with(As.roster1())).andExpect(content().string(containsString("書出 花子")))
                .andExpect(content().string(containsString("パッケージの内容が作られたときと違います")));
    }

    @Test
    void onlyTheRosterManager() throws Exception {
        mvc.perform(get("/roster").with(As.aoba1())).andExpect(status().isForbidden());
        mvc.perform(get("/roster/entries").with(As.review1())).andExpect(status().isForbidden());
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "api.csv", "text/csv",
                (HEADER + "RP-20,川端 一,カワバタ ハジメ,1940-01-01,川端町1,川端町,CHUO\r\n").getBytes(StandardCharsets.UTF_8));
        String location = mvc.perform(multipart("/api/v1/roster-imports").file(file).param("fullList", "false").with(As.system("roster:write")))
                .andExpect(status().isAccepted()).andReturn().getResponse().getHeader("Location");
        long id = Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
        await(id, IntakeState.READY);
        mvc.perform(get(location).with(As.system("roster:read"))).andExpect(jsonPath("$.counts.NEW").value(1))
                .andExpect(jsonPath("$.state").value("READY"));
        mvc.perform(get(location).with(As.system("cases:read"))).andExpect(status().isForbidden());
        mvc.perform(post(location + "/confirmation").with(As.system("roster:read"))).andExpect(status().isForbidden());
        mvc.perform(post(location + "/confirmation").with(As.system("roster:write"))).andExpect(status().isAccepted());
        await(id, IntakeState.DONE);
        mvc.perform(post(location + "/confirmation").with(As.system("roster:write"))).andExpect(status().isConflict())
                .andExpect(content().contentType("application/problem+json"));
    }
}
