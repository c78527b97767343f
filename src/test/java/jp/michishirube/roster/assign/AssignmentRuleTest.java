package jp.michishirube.roster.assign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.michishirube.organization.Office;
import org.junit.jupiter.api.Test;

class AssignmentRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Office office(String code, String areas, int quota, String ends) {
        return new Office(code, code, Office.Kind.HOME_CARE_SUPPORT, "", areas, quota, ends == null ? null : LocalDate.parse(ends));
    }

    @Test
    void theAreaBeforeAnywhere() {
        AssignmentRule rule = new AssignmentRule(List.of(office("ANY", "", 0, null), office("A", "青葉町,山手町", 0, null)), Map.of(), TODAY);
        assertThat(rule.choose("山手町")).contains("A");
        assertThat(rule.choose("遠町")).contains("ANY");
        assertThat(rule.choose("")).contains("ANY");
    }

    @Test
    void theQuotaGoesToThoseAskedFirst() {
        AssignmentRule rule = new AssignmentRule(List.of(office("A", "青葉町", 2, null)), Map.of("A", 1L), TODAY);
        assertThat(rule.choose("青葉町")).contains("A");
        assertThat(rule.choose("青葉町")).isEmpty();
    }

    @Test
    void theOneWithMostRoomLeft() {
        AssignmentRule rule = new AssignmentRule(List.of(office("A", "青葉町", 10, null), office("B", "青葉町", 10, null)), Map.of("A", 5L), TODAY);
        assertThat(rule.choose("青葉町")).contains("B");
    }

    @Test
    void aContractThatEndedTakesNobody() {
        AssignmentRule rule = new AssignmentRule(List.of(office("A", "青葉町", 0, "2026-11-23"), office("B", "青葉町", 0, "2026-11-24")), Map.of(), TODAY);
        assertThat(rule.choose("青葉町")).contains("B");
        assertThat(new AssignmentRule(List.of(office("A", "", 0, "2026-11-23")), Map.of(), TODAY).choose("青葉町")).isEmpty();
    }
}
