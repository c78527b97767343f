package jp.michishirube.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.michishirube.problem.FieldProblem;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final PlanForm FORM = TestForms.load("990019");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void whatDoesNotApplyAndWhatAnOlderFormAskedHoldsNothingUp() {
        assertThat(problems("{'medical': {'equipment': ['oxygen'], 'power': true, 'battery': -1}}")).contains("/medical/battery");
        assertThat(problems("{'medical': {'battery': -1}}")).as("hidden with the equipment").isEmpty();
        assertThat(problems("{'medical': {'askedByAnOlderForm': 'kept in the draft'}}")).isEmpty();
    }

    @Test
    void whatTheKindCannotTakeAndWhatTheSchemaForbidsAreTold() {
        assertThat(problems("{'resident': {'birthDate': '1941-02-30'}}")).contains("/resident/birthDate");
    }

    private static java.util.List<String> problems(String answers) {
        return Validity.problems(FilledPlan.of(FORM, TestForms.answers(answers)), TODAY).stream().map(FieldProblem::field).toList();
    }
}
