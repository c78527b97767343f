package jp.michishirube.sharing.pool;

import java.util.List;
import jp.michishirube.sharing.supporter.ContactEdited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who changed the own contact on the supporter's page is reached there as a volunteer too. */
@Component
class FollowContact {

    private final Volunteers volunteers;
    private final VolunteerLines lines;

    FollowContact(Volunteers volunteers, VolunteerLines lines) {
        this.volunteers = volunteers;
        this.lines = lines;
    }

    @EventListener
    void on(ContactEdited edited) {
        if (volunteers.reach(edited.volunteerId(), edited.mail(), edited.phone(), edited.language(), edited.own())) {
            lines.add(VolunteerLines.What.CHANGED_BY_SELF, List.of(edited.volunteerId()), null);
        }
    }
}
