package jp.michishirube.plan.interview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.door.UpTo;
import jp.michishirube.plan.draft.AttachFile;
import jp.michishirube.plan.draft.SaveResult;
import jp.michishirube.plan.files.Attachments;
import jp.michishirube.plan.files.CleanFile;
import jp.michishirube.problem.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Photos and files of a plan: taken at the interview, looked at by who may open the case. */
@Controller
class AttachmentController {

    private final OpenInterview interviews;
    private final AttachFile attach;
    private final Attachments attachments;
    private final CaseAccess access;

    AttachmentController(OpenInterview interviews, AttachFile attach, Attachments attachments, CaseAccess access) {
        this.interviews = interviews;
        this.attach = attach;
        this.attachments = attachments;
        this.access = access;
    }

    record Attached(long version, String name, String href) {}

    @PostMapping("/cases/{number}/interview/files")
    @UpTo("21MB")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    @ResponseBody
    Attached upload(@PathVariable String number, @RequestParam String address, @RequestParam MultipartFile file, Locale locale) throws IOException {
        OpenInterview.At at = interviews.of(number, "plan");
        if (file.getSize() > CleanFile.LARGEST) {
            throw Problem.tooLarge("file-too-large");
        }
        SaveResult result = attach.attach(at.caseFile().id(), address, file.getOriginalFilename(), file.getBytes());
        var kept = result.normalised().get(address);
        return new Attached(result.version(), kept == null ? "" : kept.path("name").asText(), "/cases/" + number + "/files/" + (kept == null ? "" : kept.path("file").asText()));
    }

    /** Never run by a browser as anything but what it is: no sniffing, and PDFs are saved, not opened in the site. */
    @GetMapping("/cases/{number}/files/{id}")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable long id) {
        var caseFile = access.open(OpenInterview.number(number), "plan-file");
        Attachments.Attachment file = attachments.find(caseFile.id(), id).orElseThrow(() -> Problem.notFound("file-not-found"));
        ContentDisposition how = (file.mediaType().startsWith("image/") ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType())).header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "no-store").body(file.content());
    }
}
