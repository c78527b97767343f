package jp.michishirube.inbox;

import java.util.List;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person keeps for herself about the list: filters with a name, columns, keys. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class InboxWishes {

    private final SavedFilters saved;
    private final ListWishes wishes;
    private final WhoAmI who;

    InboxWishes(SavedFilters saved, ListWishes wishes, WhoAmI who) {
        this.saved = saved;
        this.wishes = wishes;
        this.who = who;
    }

    @PostMapping("/inbox/filters")
    String save(@RequestParam String name, @RequestParam String query, RedirectAttributes flash) {
        saved.save(who.me().id(), name, query);
        flash.addFlashAttribute("notice", "inbox.filter-saved");
        return "redirect:/inbox?" + SavedFilters.safe(query);
    }

    @PostMapping("/inbox/filters/delete")
    String forget(@RequestParam long id, @RequestParam(defaultValue = "/inbox") String back) {
        saved.delete(who.me().id(), id);
        return "redirect:" + SavedFilters.place(back);
    }

    @PostMapping("/inbox/columns")
    String columns(@RequestParam(name = "column", required = false) List<String> shown, @RequestParam(defaultValue = "false") boolean shortcuts,
            @RequestParam(defaultValue = "/inbox") String back, RedirectAttributes flash) {
        wishes.keep(who.me().id(), shown == null ? List.of() : shown, shortcuts);
        flash.addFlashAttribute("notice", "inbox.wish-kept");
        return "redirect:" + SavedFilters.place(back);
    }
}
