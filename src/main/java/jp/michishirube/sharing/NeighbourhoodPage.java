package jp.michishirube.sharing;

import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a 町内会長 or 民生委員: whom to look after, in large letters, with a list on paper for when the power is gone. */
@Controller
@RequestMapping("/neighbourhood")
@PreAuthorize("hasAnyRole('NEIGHBOURHOOD_LEADER','WELFARE_COMMISSIONER')")
class NeighbourhoodPage {

    private final SharedWithReader shared;
    private final WhoAmI who;
    private final ReaderList lists;

    NeighbourhoodPage(SharedWithReader shared, WhoAmI who, ReaderList lists) {
        this.shared = shared;
        this.who = who;
        this.lists = lists;
    }

    @GetMapping
    String list(Model model) {
        Person me = who.me();
        model.addAttribute("nav", "neighbourhood");
        SharingPolicy.Reader reader = shared.reader(me).orElse(null);
        model.addAttribute("reader", reader);
        SharedWithReader.Listed listed = reader == null ? new SharedWithReader.Listed(List.of(), 0) : shared.list(reader, "list");
        List<SharedWithReader.Row> rows = listed.rows();
        model.addAttribute("rows", rows);
        model.addAttribute("unreadable", listed.unreadable());
        model.addAttribute("disaster", rows.stream().anyMatch(r -> r.ground() == Ground.DECLARED_DISASTER));
        return "sharing/neighbourhood";
    }

    @GetMapping("/{number}")
    String plan(@PathVariable CaseNumber number, Model model) {
        Person me = who.me();
        SharedWithReader.Row row = shared.reader(me).flatMap(r -> shared.plan(me, r, number))
                .orElseThrow(() -> Problem.notFound("case-not-found"));
        model.addAttribute("nav", "neighbourhood");
        model.addAttribute("row", row);
        return "sharing/neighbour";
    }

    @GetMapping("/list.pdf")
    ResponseEntity<byte[]> paper(Locale locale) {
        Person me = who.me();
        SharingPolicy.Reader reader = reader(me);
        return lists.pdf(shared.list(reader, "list-paper"), reader.name() + "　" + me.name(), locale);
    }

    @GetMapping("/list.csv")
    ResponseEntity<byte[]> csv(Locale locale) {
        return lists.csv(shared.list(reader(who.me()), "list-csv"), locale);
    }

    private SharingPolicy.Reader reader(Person me) {
        return shared.reader(me).orElseThrow(() -> Problem.notFound("sharing-no-area"));
    }
}
