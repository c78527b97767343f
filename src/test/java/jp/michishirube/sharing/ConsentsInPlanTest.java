package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Set;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormReader;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.TestForms;
import org.junit.jupiter.api.Test;

class ConsentsInPlanTest {

    /** The resident says no to the police on the form itself. */
    @Test
    void aNoInThePlanIsANo() {
        PlanForm form = withPolice();
        assertThat(ConsentsInPlan.refused(plan(form, "{'remarks': {'police': false}}"))).containsExactly(Party.Kind.POLICE);
        assertThat(ConsentsInPlan.refused(plan(form, "{'remarks': {'police': true}}"))).isEmpty();
        assertThat(ConsentsInPlan.refused(plan(form, "{}"))).as("not asked says nothing").isEmpty();
    }

    /** Whatever a form calls the group, consent is asked about each supporter by the supporter's own key (災害対策基本法49条の15). */
    @Test
    void aRenamedGroupOfSupportersIsAskedAboutAsBefore() throws Exception {
        String key = SupporterKey.of("隣 一郎", "0242-22-2222");
        PlanForm renamed = read(TestForms.JSON.readTree(TestForms.schema("990019").toString().replace("\"supporters\":", "\"helpers\":")
                .replace("\"/supporters\"", "\"/helpers\"")));
        String rows = ": [{'_key': 'a', 'name': '隣 一郎', 'phone': '0242-22-2222', 'agreement': 'agreed'}]}";
        Set<String> before = ExtractRules.wanted(plan(TestForms.load("990019"), "{'supporters'" + rows), "S");
        Set<String> after = ExtractRules.wanted(plan(renamed, "{'helpers'" + rows), "S");
        assertThat(after).isEqualTo(before).contains(SupporterKey.field(key, "name"), "/supporters/" + key + "/phone");
    }

    /** What the form hides goes to nobody, and is not even asked about. */
    @Test
    void hiddenAnswersAreInNobodysPart() {
        FilledPlan plan = plan(TestForms.load("990019"), "{'medical': {'clinic': '内科', 'power': true, 'battery': 30}}");
        assertThat(ExtractRules.wanted(plan, "F")).containsExactly("/medical/clinic");
        assertThat(ExtractRules.of(plan, "F", Set.of("/medical/clinic", "/medical/power", "/medical/battery")).sections())
                .singleElement().satisfies(s -> assertThat(s.rows()).hasSize(1));
    }

    private static FilledPlan plan(PlanForm form, String answers) {
        return FilledPlan.of(form, TestForms.answers(answers));
    }

    private static PlanForm withPolice() {
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        ((ObjectNode) schema.at("/properties/remarks/properties")).putObject("police").put("type", "boolean").put("title", "警察への提供に同意しますか")
                .put("x-kind", "yesNo").put("x-is", "consent.police");
        return read(schema);
    }

    private static PlanForm read(JsonNode schema) {
        var mistakes = new ArrayList<FormReader.Mistake>();
        PlanForm form = FormReader.read("990019", schema, mistakes);
        assertThat(mistakes).isEmpty();
        return form;
    }
}
