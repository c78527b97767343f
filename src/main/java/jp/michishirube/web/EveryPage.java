package jp.michishirube.web;

import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows: who is signed in, for which office, in which municipality. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {

    private final Municipality municipality;
    private final WhoAmI who;
    private final Offices offices;

    EveryPage(Municipality municipality, WhoAmI who, Offices offices) {
        this.municipality = municipality;
        this.who = who;
        this.offices = offices;
    }

    @ModelAttribute("municipality")
    Municipality municipality() {
        return municipality;
    }

    @ModelAttribute("me")
    Person me() {
        return who.person().orElse(null);
    }

    @ModelAttribute("officeName")
    String officeName() {
        return who.person().map(Person::office).flatMap(offices::find).map(Office::name).orElse(null);
    }
}
