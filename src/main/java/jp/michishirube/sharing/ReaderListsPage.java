package jp.michishirube.sharing;

import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.KeptSearches;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The lists that the city prints and hands over to 町内会 and 民生委員: the same that they would read on the screen. Whose list it is stands in
 * no address: a username may be a name or a mail address.
 */
@Controller
@RequestMapping("/prints/readers")
@PreAuthorize("hasAnyRole('ROSTER_MANAGER','REVIEWER')")
class ReaderListsPage {

    private final SharingPolicy policy;
    private final SharedWithReader shared;
    private final ReaderList lists;
    private final KeptSearches kept;
    private final WhoAmI who;

    ReaderListsPage(SharingPolicy policy, SharedWithReader shared, ReaderList lists, KeptSearches kept, WhoAmI who) {
        this.policy = policy;
        this.shared = shared;
        this.lists = lists;
        this.kept = kept;
        this.who = who;
    }

    /** @param id by which an address bears the reader, for this person alone */
    record Row(String id, SharingPolicy.Reader reader) {}

    @GetMapping
    String page(Model model) {
        model.addAttribute("nav", "prints");
        model.addAttribute("readers", policy.readers().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(r -> new Row(kept.keep(who.me().id(), r.getKey()), r.getValue())).toList());
        return "sharing/reader-lists";
    }

    @GetMapping("/{reader}/list.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reader, Locale locale) {
        SharingPolicy.Reader of = reader(reader);
        return lists.pdf(shared.list(of, "list-paper"), of.name(), locale);
    }

    @GetMapping("/{reader}/list.csv")
    ResponseEntity<byte[]> csv(@PathVariable String reader, Locale locale) {
        return lists.csv(shared.list(reader(reader), "list-csv"), locale);
    }

    private SharingPolicy.Reader reader(String id) {
        return kept.words(who.me().id(), id).flatMap(policy::reader).filter(policy::reads).orElseThrow(() -> Problem.notFound("sharing-no-area"));
    }
}
