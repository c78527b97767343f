package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process admin may ask of Cockpit: what its pages need to look, retry and suspend; nothing else, in whatever spelling. */
class CockpitCallsTest {

    private static final String REST = "/camunda/api/engine/engine/default";

    private final CockpitCalls calls = new CockpitCalls("default");

    @ParameterizedTest
    @ValueSource(strings = {"GET /camunda/app/cockpit/default/", "GET /camunda/app/cockpit/camunda-cockpit-bootstrap.js", "GET /camunda/lib/deps.js",
        "GET /camunda/app/cockpit/scripts/way-back.js", "GET /camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
        "GET /camunda/api/admin/auth/user/default", "GET /camunda/api/engine/engine/", "GET {}/process-definition/statistics",
        "GET {}/process-definition/evacuation-plan:1:3f2a/xml", "GET {}/process-instance/3f2a-11/activity-instances", "POST {}/process-instance",
        "POST {}/process-instance/count", "POST {}/job", "POST {}/job-definition", "POST {}/variable-instance", "POST {}/task/count", "POST {}/group",
        "POST {}/history/process-instance/count", "GET {}/history/job-log/3f2a/stacktrace", "GET {}/incident/count", "GET {}/job/3f2a/stacktrace",
        "GET {}/user/8f2c-77/profile", "GET {}/user", "GET {}/task/report/candidate-group-count", "GET {}/user/yoshida%40city.example/profile",
        "GET {}/deployment/3f2a/resources/4b/data", "POST /camunda/api/cockpit/plugin/base/default/process-instance/count"})
    void whatCockpitNeedsToLook(String call) {
        assertThat(judge(call).kind()).isEqualTo(CockpitCall.Kind.READ);
    }

    @ParameterizedTest
    @CsvSource({"{}/job/3f2a/retries, retry-job, 3f2a", "{}/job-definition/3f2a/retries, retry-jobs, 3f2a", "{}/job/3f2a/suspended, suspend-job, 3f2a",
        "{}/job-definition/3f2a/suspended/, suspend-jobs, 3f2a", "{}/process-instance/3f2a/suspended/, suspend-instance, 3f2a"})
    void whatAnAdminMayDo(String path, String act, String target) {
        assertThat(judge("PUT " + path)).isEqualTo(new CockpitCall(CockpitCall.Kind.ACT, act, target));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // models, starts, changes of running instances
        "POST {}/deployment/create", "POST {}/deployment/3f/redeploy", "DELETE {}/deployment/3f", "POST {}/process-definition/key/evacuation-plan/start",
        "POST {}/process-definition/3f/start", "POST {}/process-definition/3f/submit-form", "POST {}/process-definition/3f/restart",
        "PUT {}/process-definition/3f/suspended", "PUT {}/process-definition/3f/history-time-to-live", "DELETE {}/process-definition/3f",
        "POST {}/process-instance/3f/modification", "POST {}/process-instance/3f/modification-async", "DELETE {}/process-instance/3f",
        "POST {}/process-instance/delete", "POST {}/process-instance/suspended-async", "PUT {}/process-instance/suspended",
        "POST {}/process-instance/job-retries", "POST {}/process-instance/message-async", "POST {}/process-instance/variables-async",
        "PUT {}/process-instance/3f/variables/caseId", "POST {}/process-instance/3f/variables", "DELETE {}/process-instance/3f/variables/caseId",
        "POST {}/modification/execute", "POST {}/migration/generate", "POST {}/migration/execute", "PUT {}/execution/3f/localVariables/x",
        "POST {}/execution/3f/localVariables", "POST {}/execution/3f/signal", "POST {}/execution/3f/messageSubscriptions/x/trigger",
        "PUT {}/variable-instance/3f", "POST {}/message", "POST {}/signal", "POST {}/condition", "POST {}/decision-definition/3f/evaluate",
        "POST {}/decision-definition/key/priority/evaluate",
        // steps of people and jobs
        "POST {}/task/create", "POST {}/task/3f/complete", "POST {}/task/3f/claim", "POST {}/task/3f/submit-form", "POST {}/task/3f/assignee",
        "POST {}/task/3f/bpmnError", "POST {}/task/3f/resolve", "PUT {}/task/3f", "DELETE {}/task/3f", "PUT {}/task/3f/variables/x",
        "POST {}/task/3f/identity-links", "GET {}/task/3f/rendered-form", "GET {}/task/3f/form-variables",
        "POST {}/job/3f/execute", "DELETE {}/job/3f", "PUT {}/job/3f/duedate", "POST {}/job/3f/duedate/recalculate", "PUT {}/job/3f/priority",
        "PUT {}/job/suspended", "POST {}/job/retries", "PUT {}/job-definition/3f/jobPriority", "PUT {}/job-definition/suspended",
        "POST {}/external-task/fetchAndLock", "POST {}/external-task/3f/complete", "PUT {}/external-task/3f/retries",
        // people, rights, history, batches, settings
        "POST {}/user/create", "PUT {}/user/admin1/credentials", "POST {}/group/create", "PUT {}/group/camunda-admin/members/x",
        "POST {}/authorization/create", "GET {}/authorization", "GET {}/user/admin1", "GET {}/user/a%2Fb/profile", "GET {}/user/a;b/profile", "PUT {}/user/admin1/profile", "POST {}/identity/verify", "POST {}/tenant/create",
        "DELETE {}/history/process-instance/3f", "POST {}/history/process-instance/delete", "POST {}/history/cleanup",
        "POST {}/history/decision-instance/delete", "PUT {}/history/user-operation/3f/set-annotation", "DELETE {}/batch/3f", "PUT {}/batch/3f/suspended",
        "POST {}/filter/create", "POST {}/filter/3f/list", "GET {}/filter", "PUT {}/incident/3f/annotation", "DELETE {}/incident/3f",
        "POST {}/telemetry/configuration", "POST {}/optimize/decision-definition",
        // the other web apps and what else lies there
        "GET /camunda/app/admin/default/", "GET /camunda/app/tasklist/default/", "GET /camunda/app/welcome/default/", "GET /camunda/app/admin/default/setup/",
        "POST /camunda/api/admin/setup/default/user/create", "POST /camunda/api/admin/auth/user/default/login/cockpit",
        "GET /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js", "GET /camunda/api/tasklist/plugin/tasklistPlugins/default/x",
        "GET /camunda-welcome/index.html", "GET /plugin/cockpit/app/plugin.js",
        // another engine, methods, spellings
        "PUT /camunda/api/engine/engine/other/job/3f/retries", "GET /camunda/api/engine/engine/other/job", "HEAD {}/job", "OPTIONS {}/job", "PATCH {}/job",
        "TRACE {}/job", "get {}/job", "POST {}/job/3f/retries", "PUT {}/job/3f/retries/x", "PUT {}/job//3f/retries", "PUT {}/job/3f;a=b/retries",
        "PUT {}/job/3f/retries;a", "PUT {}/job/3f/%72etries", "PUT {}/job/3f/../4b/retries", "PUT {}/job/./3f/retries", "PUT {}/job/3f%2Fretries",
        "GET {}/job/..%2f..%2fdeployment", "GET //camunda/api/engine/engine/default/job", "GET {}/job\\x", "GET {}/job/x%00",
        "GET /camunda/app/cockpit/../admin/default/", "GET /camunda/lib/../app/admin/index.html", "GET /camunda/app/cockpit/x/../../../admin/"})
    void everythingElseIsRefused(String call) {
        assertThat(judge(call).kind()).as(call).isEqualTo(CockpitCall.Kind.REFUSED);
    }

    /** Whatever is changed by a method other than these five goes nowhere, also what a later version of the engine brings. */
    @Test
    void nothingIsDeletedOrCreatedAnywhere() {
        for (String resource : List.of("job", "job-definition", "process-instance", "process-definition", "task", "deployment", "batch", "incident", "x")) {
            for (String tail : List.of("", "/", "/3f", "/3f/x", "/3f/x/4b")) {
                assertThat(judge("DELETE " + REST + "/" + resource + tail).kind()).isEqualTo(CockpitCall.Kind.REFUSED);
                assertThat(judge("PATCH " + REST + "/" + resource + tail).kind()).isEqualTo(CockpitCall.Kind.REFUSED);
                if (!tail.isEmpty() && !tail.equals("/")) {
                    assertThat(judge("POST " + REST + "/" + resource + tail).kind()).isEqualTo(CockpitCall.Kind.REFUSED);
                }
            }
        }
    }

    private CockpitCall judge(String call) {
        int space = call.indexOf(' ');
        String path = space < 0 ? call : call.substring(space + 1);
        return calls.judge(call.substring(0, space), path.replace("{}", REST));
    }
}
