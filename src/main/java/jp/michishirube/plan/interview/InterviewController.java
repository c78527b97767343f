package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.door.FieldByField;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.AttachFile;
import jp.michishirube.plan.draft.ChooseFact;
import jp.michishirube.plan.draft.FetchAgain;
import jp.michishirube.plan.draft.AnswerTexts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.draft.SaveResult;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.RowKeys;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The interview page, and its form when the browser runs no script: saving, adding and removing rows, choosing between holders. */
@Controller
@RequestMapping("/cases/{number}/interview")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class InterviewController {

    private final OpenInterview interviews;
    private final InterviewPages pages;
    private final PostedForm posted;
    private final SaveDraft saveDraft;
    private final ChooseFact chooseFact;
    private final AttachFile attach;
    private final FillFromAccount fromAccount;
    private final ObjectProvider<FetchAgain> fetchAgain;
    private final WhoAmI whoAmI;

    InterviewController(OpenInterview interviews, InterviewPages pages, PostedForm posted, SaveDraft saveDraft, ChooseFact chooseFact, AttachFile attach,
            FillFromAccount fromAccount, ObjectProvider<FetchAgain> fetchAgain, WhoAmI whoAmI) {
        this.interviews = interviews;
        this.pages = pages;
        this.posted = posted;
        this.saveDraft = saveDraft;
        this.chooseFact = chooseFact;
        this.attach = attach;
        this.fromAccount = fromAccount;
        this.fetchAgain = fetchAgain;
        this.whoAmI = whoAmI;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Locale locale, HttpServletRequest request) {
        OpenInterview.At at = interviews.of(number, "plan");
        if (at.step() == null) {
            return "redirect:/cases/" + number + "/plan";
        }
        fromAccount.fill(at.caseFile().id(), at.step());
        model.addAttribute("html", pages.html(locale, request.getContextPath(), number));
        return show(at, model, pages.page(at.caseFile().id(), at.step(), whoAmI.me().id(), locale));
    }

    private String show(OpenInterview.At at, Model model, InterviewPage page) {
        model.addAttribute("caseFile", at.caseFile());
        model.addAttribute("activeTab", "plan");
        model.addAttribute("p", page);
        model.addAttribute("personId", whoAmI.me().id());
        model.addAttribute("canFetch", fetchAgain.stream().findAny().isPresent());
        return "plan/interview";
    }

    /** Without script: everything that differs from what was shown is saved; what cannot be kept is shown again with its reason. */
    @PostMapping
    @UpTo("64MB")
    @FieldByField
    String save(@PathVariable String number, @RequestParam long version, @RequestParam MultiValueMap<String, String> params,
            @RequestParam(required = false) String add, @RequestParam(required = false) String remove, @RequestParam(required = false) String next,
            @RequestParam(name = "remove-file", required = false) String removeFile, @RequestParam Map<String, MultipartFile> files, Model model, Locale locale,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) throws IOException {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        Map<String, JsonNode> changes = posted.changes(at.caseFile().id(), version, params);
        String jump = "";
        if (add != null) {
            String row = add + "/" + RowKeys.fresh();
            changes.put(row, JsonNodeFactory.instance.objectNode());
            jump = "#row-" + row;
        } else if (remove != null) {
            changes.keySet().removeIf(a -> Address.covers(remove, a));
            changes.put(remove, NullNode.instance);
            jump = "#f-" + Address.above(remove);
        }
        if (removeFile != null) {
            changes.put(removeFile, NullNode.instance);
        }
        SaveResult result = saveDraft.save(at.caseFile().id(), version, changes);
        if (!result.complete()) {
            Map<String, JsonNode> typed = new LinkedHashMap<>(changes);
            typed.keySet().removeAll(result.saved());
            typed.replaceAll((address, answer) -> AnswerTexts.marked(answer));
            return again(at, model, posted.problems(result), typed, locale, request, response);
        }
        List<FieldProblem> refused = new ArrayList<>();
        for (Map.Entry<String, MultipartFile> file : files.entrySet()) {
            if (file.getKey().startsWith("file:") && !file.getValue().isEmpty()) {
                try {
                    attach.attach(at.caseFile().id(), file.getKey().substring(5), file.getValue().getOriginalFilename(), file.getValue().getBytes());
                } catch (Problem problem) {
                    refused.addAll(problem.fieldsOrThrow());
                }
            }
        }
        if (!refused.isEmpty()) {
            return again(at, model, refused, Map.of(), locale, request, response);
        }
        if ("check".equals(next)) {
            return "redirect:/cases/" + number + "/interview/submission";
        }
        flash.addFlashAttribute("notice", "plan.saved");
        return "redirect:/cases/" + number + "/interview" + jump;
    }

    private String again(OpenInterview.At at, Model model, List<FieldProblem> problems, Map<String, JsonNode> typed, Locale locale,
            HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        model.addAttribute("html", pages.html(locale, request.getContextPath(), at.caseFile().number().toString()));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(at, model, pages.page(at.caseFile().id(), at.step(), whoAmI.me().id(), problems, typed, locale));
    }

    @PostMapping("/facts")
    String choose(@PathVariable String number, @RequestParam String address, @RequestParam String holder, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        chooseFact.choose(at.caseFile().id(), address, "KEEP".equals(holder) ? null : holder(holder));
        flash.addFlashAttribute("notice", "plan.chosen");
        return "redirect:/cases/" + number + "/interview#f-" + address;
    }

    private static Holder holder(String name) {
        try {
            return Holder.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("nothing-to-choose");
        }
    }

    @PostMapping("/fetch")
    String fetch(@PathVariable String number, RedirectAttributes flash) {
        OpenInterview.At at = interviews.of(number, "plan");
        at.stepOrRefuse();
        fetchAgain.forEach(f -> f.fetch(at.caseFile().id()));
        flash.addFlashAttribute("notice", "plan.fetched-again");
        return "redirect:/cases/" + number + "/interview#links";
    }
}
