package jp.michishirube.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.consent.rule.Disclosure;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 閲覧と提供の記録: the answer to a resident who asks who has seen the data and on which ground it was given. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class AccessPage {

    private static final int SIZE = 50;

    private final CaseAccess access;
    private final AccessLog log;
    private final Disclosures disclosures;
    private final Offices offices;
    private final PlanForms forms;

    AccessPage(CaseAccess access, AccessLog log, Disclosures disclosures, Offices offices, PlanForms forms) {
        this.access = access;
        this.log = log;
        this.disclosures = disclosures;
        this.offices = offices;
        this.forms = forms;
    }

    @GetMapping("/cases/{number}/access")
    String show(@PathVariable String number, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        CaseFile file = access.open(number(number), "access-log");
        int current = Math.max(1, Math.min(page, 10_000));
        List<AccessLog.Line> lines = log.of(file, current - 1, SIZE + 1);
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "access");
        model.addAttribute("lines", lines.stream().limit(SIZE).toList());
        model.addAttribute("page", current);
        model.addAttribute("more", lines.size() > SIZE);
        List<Disclosure> given = disclosures.of(file.id());
        PlanForm form = forms.of(file.id());
        model.addAttribute("disclosures", given);
        model.addAttribute("fields", given.stream().collect(Collectors.toMap(Disclosure::id, d -> DisclosedFields.of(form, d.fields(), locale))));
        model.addAttribute("offices", offices.all().stream().collect(Collectors.toMap(Office::code, Office::name)));
        model.addAttribute("zone", java.time.ZoneId.of("Asia/Tokyo"));
        model.addAttribute("pattern", locale.getLanguage().equals("en") ? "d MMM yyyy HH:mm" : "yyyy年M月d日（E）H:mm");
        return "privacy/access";
    }

    private static CaseNumber number(String number) {
        try {
            return new CaseNumber(number);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("case-not-found");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        CaseTab accessTab() {
            return new CaseTab(CaseTab.Group.RECORD, 90, "access", "privacy.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
        }
    }
}
