package jp.michishirube.sharing.supporter;

import java.util.function.Predicate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.ResidentProtected;
import jp.michishirube.consent.record.ConsentWithdrawn;
import jp.michishirube.consent.rule.SupporterDeclined;
import jp.michishirube.roster.entry.LeftRoster;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes links in the transaction that ends their reason, and stops messages that have not left. The page asks consent by itself; a link that
 * opens nothing should not look as if it did.
 */
@Component
class EndLinks {

    private final CaseFiles cases;
    private final Contacts contacts;
    private final RevokePass revoke;
    private final Outbox outbox;

    EndLinks(CaseFiles cases, Contacts contacts, RevokePass revoke, Outbox outbox) {
        this.cases = cases;
        this.contacts = contacts;
        this.revoke = revoke;
        this.outbox = outbox;
    }

    /** Asked anew later, the same person gives the address anew. */
    @EventListener
    void on(SupporterDeclined declined) {
        end(declined.caseId(), "SUPPORTER_ENDED", c -> c.supporterKey().equals(declined.supporterKey()));
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        end(withdrawn.caseId(), "WITHDRAWN", c -> true);
    }

    @EventListener
    void on(ResidentProtected resident) {
        end(resident.caseId(), "WITHDRAWN", c -> true);
    }

    @EventListener
    void on(LeftRoster left) {
        end(left.caseId(), "LEFT_ROSTER", c -> true);
    }

    private void end(CaseId caseId, String cause, Predicate<Contact> which) {
        CaseFile file = cases.get(caseId);
        contacts.ofResident(file.resident().id()).stream().filter(which).forEach(contact -> {
            revoke.of(PassKind.SUPPORTER, contact.holder());
            outbox.stop(contact.holder(), cause);
            contacts.forget(contact);
        });
    }
}
