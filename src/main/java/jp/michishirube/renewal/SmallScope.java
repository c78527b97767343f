package jp.michishirube.renewal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.EditableFields;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which parts of the plan a small renewal may concern, and which are open while it is written. The reviewer's remarks open others later. */
@Component
class SmallScope implements EditableFields {

    private final PlanRenewals renewals;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final CaseProcess process;

    SmallScope(PlanRenewals renewals, PlanInForce plans, PlanForms forms, CaseProcess process) {
        this.renewals = renewals;
        this.plans = plans;
        this.forms = forms;
        this.process = process;
    }

    /** @param address of a section */
    record Choice(String address, String title) {}

    /** Sections of the form of the plan in force that the office fills, in its order. */
    List<Choice> choices(CaseId caseId) {
        Locale locale = LocaleContextHolder.getLocale();
        return form(caseId).stream().flatMap(f -> f.sections().stream()).filter(s -> !s.isFilledByCity())
                .map(s -> new Choice(address(s), s.title(locale))).toList();
    }

    /** Those that the reasons speak of. */
    Set<String> suggested(CaseId caseId, List<Reason> reasons) {
        Set<String> suggested = new HashSet<>();
        form(caseId).ifPresent(form -> reasons.stream().flatMap(r -> concerned(r.kind())).map(role -> section(form, role)).filter(Objects::nonNull)
                .forEach(suggested::add));
        return suggested;
    }

    private static Stream<Role> concerned(Trigger kind) {
        return switch (kind) {
            case SUPPORTER_ENDED -> Stream.of(Role.SUPPORTERS);
            case ADDRESS_CHANGED -> Stream.of(Role.RESIDENT_ADDRESS, Role.PLACES, Role.ROUTE_MEANS);
            case SITE_CLOSED, HAZARD_CHANGED -> Stream.of(Role.PLACES, Role.ROUTE_MEANS);
            case YEAR, ASKED_FOR -> Stream.of();
        };
    }

    @Override
    public Optional<Set<String>> of(CaseId caseId) {
        Optional<PlanRenewal> small = renewals.open(caseId).filter(r -> r.decision() == PlanRenewal.Decision.SMALL);
        if (small.isEmpty() || !process.openSteps(caseId).contains(Step.INTERVIEW_RESIDENT)) {
            return Optional.empty();
        }
        Set<String> open = new HashSet<>(small.get().sections());
        // when and by whom it was made, and what else every version is asked anew
        form(caseId).ifPresent(form -> form.fields().filter(f -> f.address().rowKey() == null && !f.isRenewed() && !f.kind().isAttachment())
                .map(f -> Address.ofSection(f.address().section()).toString()).forEach(open::add));
        return Optional.of(open);
    }

    private Optional<PlanForm> form(CaseId caseId) {
        return plans.of(caseId).map(p -> forms.version(p.formVersion()));
    }

    private static String section(PlanForm form, Role role) {
        return form.role(role).flatMap(f -> form.section(f.address().section())).map(SmallScope::address).orElse(null);
    }

    private static String address(FormSection section) {
        return Address.ofSection(section.key()).toString();
    }
}
