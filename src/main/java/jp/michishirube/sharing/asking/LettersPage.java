package jp.michishirube.sharing.asking;

import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.paper.Letters;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.SuggestVolunteers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What of a question goes by paper: the letter, the sheet with the code, and that the letter went. */
@Controller
@RequestMapping("/cases/{number}/volunteers")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class LettersPage {

    private final CaseAccess access;
    private final Askings askings;
    private final SuggestVolunteers volunteers;
    private final AskingLetter letter;
    private final Letters letters;

    LettersPage(CaseAccess access, Askings askings, SuggestVolunteers volunteers, AskingLetter letter, Letters letters) {
        this.access = access;
        this.askings = askings;
        this.volunteers = volunteers;
        this.letter = letter;
        this.letters = letters;
    }

    /** May be printed again until it is posted. */
    @PostMapping("/askings/{id}/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable CaseNumber number, @PathVariable long id) {
        Asking asking = of(access.open(number, "volunteers"), id);
        return pdf(letter.print(asking), AskingLetter.mark(asking));
    }

    @PostMapping("/askings/{id}/posted")
    String posted(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(required = false) String pair, RedirectAttributes redirect) {
        Asking asking = of(access.open(number, "volunteers"), id);
        try {
            letter.posted(asking, pair != null);
            redirect.addFlashAttribute("notice", "askings.letter.posted");
        } catch (Problem problem) {
            problem.fieldsOrThrow();
            redirect.addFlashAttribute("warning", "askings.letter.pair-missing");
        }
        return "redirect:/cases/" + number + "/volunteers";
    }

    /** あなたの番号: the code that the page has just shown, on a sheet of its own for another envelope or the hand. */
    @PostMapping("/{id:\\d{1,18}}/code.pdf")
    ResponseEntity<byte[]> code(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam String code) {
        Volunteer v = volunteers.one(access.open(number, "volunteers"), id).orElseThrow(() -> Problem.notFound("volunteer-not-found"));
        if (!code.matches("\\d{6}")) {
            throw Problem.badRequest("letter-code");
        }
        return pdf(letters.withCode(new Letters.To("", v.address(), v.name()), "", code, v.language()), "code");
    }

    private Asking of(CaseFile file, long id) {
        return askings.ofCase(file.id()).stream().filter(a -> a.id() == id).findFirst().orElseThrow(() -> Problem.notFound("asking-not-found"));
    }

    private static ResponseEntity<byte[]> pdf(byte[] pdf, String name) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"").body(pdf);
    }
}
