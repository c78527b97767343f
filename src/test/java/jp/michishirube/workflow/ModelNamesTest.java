package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever a model names exists: beans with their methods, groups, forms; and its ids stay as they were released. */
@ProductTest
class ModelNamesTest {

    private static final Pattern CALL = Pattern.compile("\\b([a-z][A-Za-z]*)\\.([a-zA-Z]+)\\(([^)]*)\\)");

    @Autowired
    private ApplicationContext context;

    @Test
    void everyBeanAndMethodNamedInAModelExists() {
        List<String> expressions = models().flatMap(ModelNamesTest::expressions).toList();
        assertThat(expressions).hasSizeGreaterThan(15);
        for (String expression : expressions) {
            Matcher call = CALL.matcher(expression);
            while (call.find()) {
                Object bean = context.getBean(call.group(1));
                int arguments = call.group(3).isBlank() ? 0 : call.group(3).split(",").length;
                assertThat(Arrays.stream(bean.getClass().getMethods()).anyMatch(m -> m.getName().equals(call.group(2))
                        && m.getParameterCount() == arguments)).as(expression).isTrue();
                assertThat(java.lang.reflect.Modifier.isPublic(bean.getClass().getModifiers())).as(call.group(1)).isTrue();
            }
        }
    }

    @Test
    void everyGroupIsARoleAndEveryFormAStepsPage() {
        models().flatMap(m -> m.getModelElementsByType(UserTask.class).stream()).forEach(task -> {
            Step step = Step.ofNode(task.getId()).orElseThrow();
            assertThat(task.getCamundaFormKey()).as(task.getId()).isEqualTo(step.path());
            String group = task.getCamundaCandidateGroups();
            if (!group.startsWith("${")) {
                assertThat(Role.valueOf(group)).isNotNull();
            }
        });
    }

    @Test
    void noModelHoldsAScriptOrNamesAClass() {
        models().flatMap(m -> m.getModelElementsByType(ServiceTask.class).stream()).forEach(task -> {
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaDelegateExpression()).isNull();
            assertThat(task.getCamundaType()).isNull();
        });
        assertThat(models().flatMap(m -> m.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ScriptTask.class).stream())).isEmpty();
        models().flatMap(m -> m.getModelElementsByType(Process.class).stream())
                .forEach(p -> assertThat(p.getCamundaHistoryTimeToLiveString()).isNotBlank());
    }

    /** Renaming an id strands running cases: add to this list, never change it. */
    @Test
    void idsAreFrozen() {
        BpmnModelInstance plan = Bpmn.readModelFromFile(new File("processes/evacuation-plan.bpmn"));
        assertThat(new TreeSet<>(plan.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList())).contains(
                "RosterReceived", "CheckCreationConsent", "ObtainCreationConsent", "CollectLinkedFacts", "InterviewResident", "CheckCompleteness",
                "ConfirmPlan", "ReviewPlan", "RevisePlan", "SealApprovedPlan", "SignPlan", "CheckSharingConsent", "ObtainSharingConsent", "SharePlan",
                "PlanInForce", "CreationRefused", "InformationOnly", "NotEligible", "LeftRoster", "InForceUnshared", "RestGateway", "RestOver", "RestEnded");
        BpmnModelInstance sharing = Bpmn.readModelFromFile(new File("processes/plan-sharing.bpmn"));
        assertThat(sharing.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList())
                .contains("CheckRecipient", "DeliverPlan", "RecordDisclosure", "RecallPlan");
        BpmnModelInstance check = Bpmn.readModelFromFile(new File("processes/way-check.bpmn"));
        assertThat(check.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList()).contains("WayTouched", "CheckWay", "WayChecked");
        BpmnModelInstance renewal = Bpmn.readModelFromFile(new File("processes/plan-renewal.bpmn"));
        assertThat(renewal.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList()).contains("RenewalProposed", "DecideRenewal",
                "RenewalDecision", "RenewedUnchanged", "CheckCreationConsent", "ObtainCreationConsent", "BeginRevision", "CollectLinkedFacts", "InterviewResident",
                "CheckCompleteness", "ConfirmPlan", "ReviewPlan", "RevisePlan", "SealApprovedPlan", "SignPlan", "CheckSharingConsent", "ObtainSharingConsent",
                "PutInForce", "SharePlan", "PlanReplaced", "ReplacedUnshared", "CreationRefused", "InformationOnly", "NotEligible", "PlanDeclined", "LeftRoster",
                "CreationConsentEnded", "RestGateway", "RestOver", "RestEnded");
        BpmnModelInstance event = Bpmn.readModelFromFile(new File("processes/disaster-event.bpmn"));
        assertThat(event.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList()).contains("EventStarted", "AskResidents",
                "WaitForNext", "WidenRequested", "ReminderDue", "RemindersLeft", "RemindUnanswered", "EndRequested", "CloseEvent", "EventClosed");
    }

    private static Stream<BpmnModelInstance> models() {
        return Arrays.stream(Objects.requireNonNull(new File("processes").listFiles((d, n) -> n.endsWith(".bpmn")))).map(Bpmn::readModelFromFile);
    }

    private static Stream<String> expressions(BpmnModelInstance model) {
        Stream<String> services = model.getModelElementsByType(ServiceTask.class).stream().map(ServiceTask::getCamundaExpression);
        Stream<String> groups = model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaCandidateGroups);
        Stream<String> flows = model.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getConditionExpression)
                .filter(Objects::nonNull).map(org.camunda.bpm.model.xml.instance.ModelElementInstance::getTextContent);
        Stream<String> ends = model.getModelElementsByType(EndEvent.class).stream().map(EndEvent::getExtensionElements).filter(Objects::nonNull)
                .map(e -> e.getElementsQuery().filterByType(CamundaExecutionListener.class).list()).flatMap(Collection::stream)
                .map(CamundaExecutionListener::getCamundaExpression);
        return Stream.of(services, groups, flows, ends).flatMap(s -> s);
    }
}
