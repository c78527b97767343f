package jp.michishirube.sharing.supporter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.notification.MailAddress;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.telephone.Telephone;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supporter changes the own contact, for all whom they help; behind a link that an office gave, for those of that office, and the pool knows that
 * the office could have done it. What is on its way goes to the new address: it is asked for right before each try.
 */
@Component
class EditContact {

    private final Contacts contacts;
    private final HelpedBehind helped;
    private final ApplicationEventPublisher events;

    EditContact(Contacts contacts, HelpedBehind helped, ApplicationEventPublisher events) {
        this.contacts = contacts;
        this.helped = helped;
        this.events = events;
    }

    /**
     * @param mail  empty takes the address away
     * @param phone empty takes the number away
     * @throws Problem {@code supporter-link-invalid} (422)
     */
    @Transactional
    void edit(Pass pass, String mail, String phone, Locale language) {
        if (!mail.isBlank() && MailAddress.of(mail).isEmpty()) {
            throw Problem.invalid("supporter-link-invalid", List.of(new FieldProblem("mail", "mail-unreadable")));
        }
        Optional<Telephone> number = Telephone.of(phone);
        if (!phone.isBlank() && number.isEmpty()) {
            throw Problem.invalid("supporter-link-invalid", List.of(new FieldProblem("phone", "phone-unreadable")));
        }
        String plainMail = mail.isBlank() ? null : mail.strip();
        String plainNumber = number.map(Telephone::number).orElse(null);
        Contact contact = helped.own(pass);
        helped.of(pass, contact).forEach(c -> contacts.keep(c.residentId(), c.supporterKey(), plainMail, plainNumber, language));
        if (contact.volunteerId() != null) {
            events.publishEvent(new ContactEdited(contact.volunteerId(), plainMail, plainNumber, language, pass.isOwn()));
        }
    }
}
