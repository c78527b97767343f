package jp.michishirube.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The provider's administration: take a person's roles, shut the account, end the sessions. */
@Controller
class PeoplePage {

    enum Act {
        END_SESSIONS, TAKE_ROLES, GIVE_ROLES, SHUT, OPEN
    }

    record Row(String login, String what, boolean withoutRoles, boolean shut, int sessions) {}

    private final Accounts accounts;
    private final Standing standing;
    private final SignIns signIns;
    private final SignOutEverywhere signOut;
    private final Settings settings;

    PeoplePage(Accounts accounts, Standing standing, SignIns signIns, SignOutEverywhere signOut, Settings settings) {
        this.accounts = accounts;
        this.standing = standing;
        this.signIns = signIns;
        this.signOut = signOut;
        this.settings = settings;
    }

    @ModelAttribute("product")
    String product() {
        return settings.product;
    }

    @GetMapping("/people")
    String people(Model model) {
        List<Row> rows = Stream.concat(accounts.all().stream().map(a -> row(a.id(), a.id(), a.name())),
                accounts.shapes().all().stream().map(s -> row(s.login(), s.subject(), s.what()))).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("acts", Act.values());
        return "people";
    }

    @PostMapping("/people")
    String act(@RequestParam String who, @RequestParam Act act, RedirectAttributes redirect) {
        String subject = accounts.subject(who);
        switch (act) {
            case END_SESSIONS -> redirect.addFlashAttribute("told", signOut.of(subject));
            case TAKE_ROLES -> standing.set(subject, Standing.Change.WITHOUT_ROLES, true);
            case GIVE_ROLES -> standing.set(subject, Standing.Change.WITHOUT_ROLES, false);
            case SHUT -> standing.set(subject, Standing.Change.SHUT, true);
            case OPEN -> standing.set(subject, Standing.Change.SHUT, false);
        }
        return "redirect:/people";
    }

    private Row row(String login, String subject, String what) {
        return new Row(login, what, standing.is(subject, Standing.Change.WITHOUT_ROLES), standing.is(subject, Standing.Change.SHUT), signIns.of(subject).size());
    }
}
