package jp.michishirube.notification;

import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code unreadNotices} for the header of every page, counted only if the page shows it. */
@ControllerAdvice(annotations = Controller.class)
class UnreadNotices {

    private final Notices notices;
    private final WhoAmI who;

    UnreadNotices(Notices notices, WhoAmI who) {
        this.notices = notices;
        this.who = who;
    }

    @ModelAttribute("unreadNotices")
    Integer unread() {
        return who.person().filter(p -> !p.system()).map(p -> notices.unread(p.id())).orElse(0);
    }
}
