package jp.michishirube.consent.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 支援者の承諾: who was asked to be named in the plan and to be given it, and what they said. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class SupporterPage {

    private final CaseAccess access;
    private final SupporterAgreements agreements;
    private final ObjectProvider<NamedSupporters> named;
    private final JdbcClient jdbc;
    private final Clock clock;

    SupporterPage(CaseAccess access, SupporterAgreements agreements, ObjectProvider<NamedSupporters> named, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.agreements = agreements;
        this.named = named;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Told(LocalDate on, String how, String note, String recorder) {}

    record Row(NamedSupporters.NamedSupporter supporter, SupporterAnswer answer, Told last) {}

    @GetMapping("/cases/{number}/consents/supporters")
    String list(@PathVariable String number, Locale locale, Model model) {
        CaseFile file = access.open(Numbers.of(number), "supporters");
        Map<String, SupporterAnswer> answers = agreements.of(file.id());
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "consents");
        model.addAttribute("rows", named(file).stream()
                .map(s -> new Row(s, answers.getOrDefault(s.key(), SupporterAnswer.NOT_ASKED), last(file, s.key()))).toList());
        model.addAttribute("hows", SupporterAgreements.How.toldToPeople());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Notices.JAPAN));
        model.addAttribute("pattern", Dates.pattern(locale));
        model.asMap().putIfAbsent("form", Map.of());
        return "consent/supporters";
    }

    @PostMapping("/cases/{number}/consents/supporters")
    String save(@PathVariable String number, @RequestParam Map<String, String> form, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        CaseFile file = access.open(Numbers.of(number), "supporters");
        String key = form.getOrDefault("supporter", "");
        try {
            SupporterAnswer answer = AskForm.constant(SupporterAnswer.class, form.get("answer"));
            SupporterAgreements.How how = AskForm.constant(SupporterAgreements.How.class, form.get("how"));
            if (answer == null || how == null || named(file).stream().noneMatch(s -> s.key().equals(key))) {
                throw Problem.invalid("supporter-answer-invalid", List.of(new FieldProblem(answer == null ? "answer" : "how", "required")));
            }
            agreements.record(file.id(), key, answer, day(form.get("on")), how, form.get("note"));
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("problems", problem.fieldsOrThrow().stream()
                    .map(p -> new FieldProblem(p.field() + "-" + key, p.kind(), p.args())).toList());
            model.addAttribute("form", form);
            return list(number, locale, model);
        }
        redirect.addFlashAttribute("notice", "consent.supporters.saved");
        return "redirect:/cases/" + file.number() + "/consents/supporters";
    }

    private List<NamedSupporters.NamedSupporter> named(CaseFile file) {
        NamedSupporters plan = named.getIfAvailable();
        return plan == null ? List.of() : plan.of(file.id());
    }

    private Told last(CaseFile file, String key) {
        return jdbc.sql("""
                select answered_on as "on", how, note, recorder_name as recorder from consent.supporter_record
                where case_id = ? and supporter_key = ? order by id desc limit 1
                """).params(file.id().value(), key).query(Told.class).optional().orElse(null);
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day == null ? "" : day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
