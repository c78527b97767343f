package jp.michishirube.sharing.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.notification.MailAddress;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.supporter.KeepVolunteerContact;
import jp.michishirube.sharing.telephone.Telephone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A volunteer changes the own contact, and with it that of everybody whom they help. What is on its way goes to the new address. */
@Component
public class EditOwnContact {

    private final Volunteers volunteers;
    private final VolunteerLines lines;
    private final KeepVolunteerContact contacts;

    EditOwnContact(Volunteers volunteers, VolunteerLines lines, KeepVolunteerContact contacts) {
        this.volunteers = volunteers;
        this.lines = lines;
        this.contacts = contacts;
    }

    /** @param office whose link they came by, which could have done it; null for a link that nobody else had. @throws Problem {@code volunteer-invalid} (422): unreadable, neither of both, or another entry bears that name with it */
    @Transactional
    public void edit(long volunteerId, String office, String mail, String phone, Locale language) {
        Optional<Telephone> number = Telephone.of(phone);
        List<FieldProblem> wrong = new ArrayList<>();
        if (!mail.isBlank() && MailAddress.of(mail).isEmpty()) {
            wrong.add(new FieldProblem("mail", "mail-unreadable"));
        }
        if (!phone.isBlank() && number.isEmpty()) {
            wrong.add(new FieldProblem("phone", "phone-unreadable"));
        }
        if (mail.isBlank() && phone.isBlank()) {
            wrong.add(new FieldProblem("phone", "volunteer-unreachable"));
        }
        if (wrong.isEmpty() && !volunteers.reach(volunteerId, mail.isBlank() ? null : mail.strip(), number.map(Telephone::number).orElse(null), language, office == null)) {
            wrong.add(new FieldProblem("phone", "volunteer-contact-taken"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("volunteer-invalid", wrong);
        }
        lines.add(VolunteerLines.What.CHANGED_BY_SELF, List.of(volunteerId), null);
        contacts.follow(volunteerId, office);
    }
}
