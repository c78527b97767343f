package jp.michishirube.signing;

import java.io.IOException;
import jp.michishirube.door.UpTo;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Open to everyone: whoever holds a plan's file may ask whether it is sealed by us and whole. Nothing else is told, nothing kept. */
@Controller
@PreAuthorize("permitAll()")
class VerifyPage {

    private static final int MAX_BYTES = 30 * 1024 * 1024;

    private final SealCertificates certificates;

    VerifyPage(SealCertificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping("/verify")
    String ask() {
        return "signing/verify";
    }

    @PostMapping("/verify")
    @UpTo(value = "31MB", refusal = "verify-too-large")
    String answer(@RequestParam(required = false) MultipartFile file, Model model) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("verify-no-file");
        }
        if (file.getSize() > MAX_BYTES) {
            throw Problem.tooLarge("verify-too-large");
        }
        model.addAttribute("verdict", SealCheck.of(file.getBytes(), certificates::knows));
        return "signing/verify";
    }
}
