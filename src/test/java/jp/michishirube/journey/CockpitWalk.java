package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process admin at work: sees what stands still, retries a failed job and suspends a process in Cockpit; the rest is shut. The
 * product runs in a JVM of its own, as Cockpit keeps its engine in static fields.
 */
@ExtendWith(Chromium.class)
class CockpitWalk {

    private final List<String> refused = new ArrayList<>();
    private StartedProduct product;
    private String number;
    private String instance;
    private String job;

    @Test
    void theAdminLooksRetriesAndSuspendsAndNothingElse(@TempDir Path home) {
        product = new StartedProduct(home);
        product.start();
        try {
            aBackgroundStepOfACaseFails();
            try (Desk admin = new Desk(product.address(), 1280, 900).signIn("admin1")) {
                admin.page.onResponse(this::note);
                everyPageOfCockpitIsThere(admin);
                theFailedJobIsTriedAgain(admin);
                theProcessIsSuspendedAndGoesOn(admin);
                assertThat(refused).as("calls of Cockpit itself that were refused").isEmpty();
                whatIsNotTheirsIsRefused(admin);
                theCitySeesWhatWasDone(admin);
            }
        } finally {
            product.close();
        }
    }

    /** The city OS is away when the linked facts are asked for; the fifth try comes at once instead of after minutes. */
    private void aBackgroundStepOfACaseFails() {
        try (Desk desk = new Desk(product.address(), 1280, 900).signIn("roster1")) {
            desk.go("/roster/imports/new").page.locator("input[type=file]").setInputFiles(Path.of("src/main/resources/demo/roster-990019-cp932.csv"));
            desk.press("内容を確かめる").sees("まだ何も変わっていません").press("確定して取り込む");
        }
        Eventually.holds(() -> assertThat(one("select count(*)::text from casefile.casefile")).isEqualTo("40"));
        number = one("select c.number from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = 'M000001'");
        new SandboxPages(product.sandbox()).turn("CITYOS", "DOWN");
        try (Desk desk = new Desk(product.address(), 1280, 900).signIn("aoba1")) {
            StoryJourneyTest.answer(desk, number, "creation", "yes");
        }
        String failing = "from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ join act_re_procdef d on d.id_ = e.proc_def_id_ "
                + "where d.key_ = 'fact-retry' and j.exception_msg_ is not null";
        Eventually.holds(() -> assertThat(one("select count(*)::text " + failing)).isNotEqualTo("0"));
        job = one("select j.id_ " + failing + " limit 1");
        instance = one("select process_instance_id_ from act_ru_job where id_ = '" + job + "'");
        product.jdbc().sql("update act_ru_job set retries_ = 1, duedate_ = now() - interval '1 minute', rev_ = rev_ + 1 where id_ = ?").param(job).update();
        Eventually.holds(() -> assertThat(one("select count(*)::text from act_ru_incident where configuration_ = '" + job + "'")).isEqualTo("1"));
        new SandboxPages(product.sandbox()).turn("CITYOS", "NORMAL");
    }

    private String one(String query) {
        return product.jdbc().sql(query).query(String.class).single();
    }

    private void note(Response answer) {
        if (answer.status() == 403 && answer.url().contains("/camunda")) {
            refused.add(answer.request().method() + " " + answer.url());
        }
    }

    private void everyPageOfCockpitIsThere(Desk admin) {
        admin.sees("自動処理の管理").check("engine");
        admin.follow("Cockpit を開く");
        admin.sees("道しるべに戻る", "Right Now").sees("Human Tasks");
        assertThat(admin.page.locator(".ce-eol-banner:visible, .app-switch:visible").count()).as("another product's banner and web apps").isZero();
        String definition = one("select proc_def_id_ from act_ru_execution where id_ = '" + instance + "'");
        for (String page : List.of("processes", "process-definition/" + definition + "/runtime", "process-instance/" + instance + "/runtime?tab=variables-tab",
                "process-instance/" + instance + "/runtime?tab=user-tasks-tab", "decisions", "tasks", "repository", "batch")) {
            admin.go("/camunda/app/cockpit/default/#/" + page);
            admin.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        }
    }

    private void theFailedJobIsTriedAgain(Desk admin) {
        admin.go("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=incidents-tab");
        Locator row = admin.page.locator(".ctn-tabbed-content tbody tr").first();
        row.waitFor();
        row.locator("button, a.btn").first().click();
        admin.page.locator(".modal-dialog .modal-footer button.btn-primary").first().click();
        admin.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        admin.page.waitForCondition(() -> one("select count(*)::text from act_ru_incident where configuration_ = '" + job + "'").equals("0"));
    }

    private void theProcessIsSuspendedAndGoesOn(Desk admin) {
        admin.go("/camunda/app/cockpit/default/#/process-instance/" + life() + "/runtime?tab=variables-tab");
        admin.page.reload();
        for (boolean suspended : new boolean[] {true, false}) {
            admin.page.locator(suspended ? "[uib-tooltip='Suspend Process Instance']" : "[uib-tooltip='Activate Process Instance']").click();
            admin.page.locator(".modal-dialog .modal-footer button.btn-primary").first().click();
            admin.page.waitForCondition(() -> suspended().equals(suspended ? "2" : "1"));
            admin.page.reload();
        }
    }

    /** 1 active, 2 suspended; the case's own process: the other has done its work. */
    private String suspended() {
        return one("select suspension_state_::text from act_ru_execution where id_ = '" + life() + "'");
    }

    private String life() {
        return one("select e.id_ from act_ru_execution e join casefile.casefile c on e.business_key_ = 'case-' || c.id join act_re_procdef d "
                + "on d.id_ = e.proc_def_id_ where d.key_ = 'evacuation-plan' and c.number = '" + number + "'");
    }

    /** As the page's own script would send it, with all that it needs. */
    private void whatIsNotTheirsIsRefused(Desk admin) {
        String rest = "/camunda/api/engine/engine/default";
        String life = life();
        String deployments = one("select count(*)::text from act_re_deployment");
        for (String[] call : new String[][] {{"POST", rest + "/process-definition/key/evacuation-plan/start", "{}"},
            {"POST", rest + "/process-instance/" + life + "/modification", "{\"instructions\":[]}"},
            {"PUT", rest + "/process-instance/" + life + "/variables/caseId", "{\"value\":1,\"type\":\"Long\"}"},
            {"DELETE", rest + "/process-instance/" + life, ""}, {"POST", rest + "/deployment/create", ""},
            {"POST", rest + "/job/" + job + "/execute", ""}, {"POST", rest + "/message", "{\"messageName\":\"LeaveRoster\"}"},
            {"PUT", rest + "/job/" + job + "/retries", "{\"retries\":0}"},
            {"PUT", rest + "/job/" + job + "/retries", "{\"retries\":1,\"dueDate\":\"2026-01-01T00:00:00.000+0900\"}"},
            {"PUT", rest + "/process-instance/" + life + "/suspended/", "{\"suspended\":true,\"processDefinitionKey\":\"evacuation-plan\"}"}}) {
            Object status = admin.page.evaluate("""
                    async ([method, path, body]) => (await fetch(path, {method, body: body || undefined, headers: {'Content-Type': 'application/json',
                        'X-XSRF-TOKEN': (document.cookie.match(/XSRF-TOKEN=([^;]*)/) || [])[1] || ''}})).status
                    """, List.of(call));
            assertThat(status).as(call[0] + " " + call[1]).isEqualTo(403);
        }
        for (String other : List.of("admin", "tasklist", "welcome")) {
            assertThat(admin.page.navigate(product.address() + "/camunda/app/" + other + "/default/").status()).isEqualTo(403);
        }
        assertThat(one("select count(*)::text from act_re_deployment")).isEqualTo(deployments);
        assertThat(suspended()).isEqualTo("1");
    }

    private void theCitySeesWhatWasDone(Desk admin) {
        admin.go("/camunda/app/cockpit/default/").follow("道しるべに戻る");
        admin.sees("失敗したジョブの再試行", "案件の処理の一時停止", "案件の処理の再開", "断った操作", number).check("engine-acts");
        for (int[] size : new int[][] {{820, 1180}, {390, 844}}) {
            try (Desk city = new Desk(product.address(), size[0], size[1]).signIn("roster1")) {
                city.go("/engine").sees("吉田 管理", "失敗したジョブの再試行").check("engine-acts-city");
                city.go("/cases/" + number + "/timeline").sees("プロセス管理者の操作", "案件の処理の一時停止");
            }
        }
    }
}
