package jp.michishirube.sharing.pool;

import java.util.Optional;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.telephone.Telephone;
import org.springframework.stereotype.Component;

/** Where those in the pool are reached; nowhere once they have ended, so that what is on its way is stopped. */
@Component
public class VolunteerAddresses implements AddressBook {

    private final Volunteers volunteers;
    private final LineAccounts line;

    VolunteerAddresses(Volunteers volunteers, LineAccounts line) {
        this.volunteers = volunteers;
        this.line = line;
    }

    /** Whether what goes there by that way reaches the volunteer and nobody else, as far as anybody knows: a letter is printed by an office, LINE may have been linked by whoever held a link. */
    public boolean isOwn(long volunteerId, Way way) {
        return (way == Way.MAIL || way == Way.SMS) && volunteers.hasOwnReach(volunteerId);
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.VOLUNTEER;
    }

    @Override
    public Optional<String> address(String key, Way way) {
        return volunteers.find(Long.parseLong(key)).filter(v -> v.state() == Volunteer.State.STANDING).flatMap(v -> switch (way) {
            case MAIL -> Optional.ofNullable(v.mail());
            case LINE -> line.userOf(v.holder());
            case SMS -> Optional.ofNullable(v.phone()).filter(n -> Telephone.of(n).filter(Telephone::isMobile).isPresent());
            case VOICE -> Optional.ofNullable(v.phone());
            case LINK, PAPER -> Optional.of("");
        });
    }
}
