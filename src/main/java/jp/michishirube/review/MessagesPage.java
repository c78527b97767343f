package jp.michishirube.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 連絡: messages between office and city on a case. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class MessagesPage {

    private final CaseAccess access;
    private final Messages messages;
    private final SendMessage send;
    private final MayWrite may;
    private final PlanForms forms;
    private final WhoAmI who;
    private final RefusedPage refusedPage;
    private final UploadJudge judge;
    private final Clock clock;

    MessagesPage(CaseAccess access, Messages messages, SendMessage send, MayWrite may, PlanForms forms, WhoAmI who, RefusedPage refusedPage,
            UploadJudge judge, Clock clock) {
        this.access = access;
        this.messages = messages;
        this.send = send;
        this.may = may;
        this.forms = forms;
        this.who = who;
        this.refusedPage = refusedPage;
        this.judge = judge;
        this.clock = clock;
    }

    /** Looking at the page is the reading that the receipts tell. */
    @GetMapping("/cases/{number}/messages")
    String list(@PathVariable CaseNumber number, @RequestParam(required = false) String field, Model model, Locale locale) {
        CaseFile file = access.open(number, "messages");
        messages.read(file.id(), who.me(), clock.instant());
        fill(model, file, locale);
        model.addAttribute("pointer", field);
        return "review/messages";
    }

    @PostMapping("/cases/{number}/messages")
    @UpTo("51MB")
    Object post(@PathVariable CaseNumber number, @RequestParam(required = false) String pointer, @RequestParam(required = false) String text,
            @RequestParam(required = false) List<MultipartFile> attachment, @RequestParam(defaultValue = "false") boolean waits, Model model,
            Locale locale, RedirectAttributes redirect) throws IOException {
        CaseFile file = access.open(number, "messages");
        try {
            send.send(file, pointer, text, checked(judge, attachment), waits);
        } catch (Problem refused) {
            fill(model, file, locale);
            model.addAttribute("pointer", pointer).addAttribute("text", text).addAttribute("waits", waits);
            return refusedPage.of("review/messages", model, refused, locale);
        }
        redirect.addFlashAttribute("notice", "messages.sent");
        return "redirect:/cases/" + number + "/messages#last";
    }

    @GetMapping("/cases/{number}/messages/attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable CaseNumber number, @PathVariable long id) {
        CaseFile file = access.open(number, "message-attachment");
        Attachment found = messages.attachment(file.id(), id).orElseThrow(() -> Problem.notFound("attachment-not-found"));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(found.bytes());
    }

    static List<Attachment> checked(UploadJudge judge, List<MultipartFile> uploads) throws IOException {
        List<Attachment> files = new ArrayList<>();
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            if (!upload.isEmpty()) {
                files.add(Attachment.check(judge, upload.getOriginalFilename(), upload.getBytes()));
            }
        }
        return files;
    }

    private void fill(Model model, CaseFile file, Locale locale) {
        PlanForm form = forms.of(file.id());
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        form.sections().forEach(s -> {
            Map<String, String> of = new LinkedHashMap<>();
            of.put("/" + s.key(), s.title(locale));
            s.fields().stream().filter(f -> !f.isGroup()).forEach(f -> of.put(f.pointer(), f.label(locale)));
            fields.put(s.title(locale), of);
        });
        model.addAttribute("caseFile", file).addAttribute("activeTab", "messages").addAttribute("messages", messages.of(file.id()))
                .addAttribute("fields", fields).addAttribute("labels", new RemarkLabels(form, locale)).addAttribute("myId", who.me().id())
                .addAttribute("over", may.isOver(file));
    }
}
