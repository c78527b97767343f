package jp.michishirube.review;

import java.util.Set;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewTabs {

    @Bean
    CaseTab reviewTab(CaseSteps steps) {
        return new CaseTab(CaseTab.Group.REVIEW, 30, "review", "review.tab", steps.workers(Step.REVIEW_PLAN));
    }

    @Bean
    CaseTab confirmationTab(CaseSteps steps) {
        return new CaseTab(CaseTab.Group.REVIEW, 31, "confirmation", "review.tab-confirmation", steps.workers(Step.CONFIRM_PLAN));
    }

    @Bean
    CaseTab remarksTab() {
        return new CaseTab(CaseTab.Group.REVIEW, 35, "remarks", "remarks.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }

    @Bean
    CaseTab messagesTab() {
        return new CaseTab(CaseTab.Group.REVIEW, 40, "messages", "messages.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
