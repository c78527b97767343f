package jp.michishirube.consent.rule;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.municipality.PolicySection;
import org.springframework.modulith.NamedInterface;

/**
 * Section {@code consent} of {@code municipality.yaml}: how this municipality asks. Changing it changes the gates without code.
 *
 * @param asking     one notice per purpose, or steps 1 and 2 in one combined notice
 * @param ordinance  条例 by which plans go to the listed recipients in peacetime without consent unless the person refuses; null for
 *                   opt-in
 * @param expiry     how long a consent holds, by purpose; none for a purpose that does not expire
 * @param maySign    who may give or refuse consent
 * @param disasterItems items that may go to supporting parties in a declared disaster; empty for all that life and body need
 * @param controller where the municipality is to be reached about personal data, as receipts say
 */
@PolicySection("consent")
@NamedInterface("rule")
public record ConsentPolicy(
        Asking asking, Ordinance ordinance, Map<Purpose, Period> expiry, List<Signer> maySign, Set<String> disasterItems,
        Controller controller) {

    public enum Asking { SEPARATE, COMBINED }

    /**
     * @param name       such as みちしるべ市避難行動要支援者名簿等の提供に関する条例
     * @param number     such as 令和7年条例第12号
     * @param recipients to whom it lets plans go
     * @param waivesSupporters whether named supporters need not agree either; a supporter's no is honoured all the same
     */
    record Ordinance(String name, String number, Set<Party.Kind> recipients, boolean waivesSupporters) {

        Ordinance {
            if (name == null || name.isBlank() || number == null || number.isBlank()) {
                throw new IllegalArgumentException("an ordinance needs its name and number");
            }
            recipients = recipients == null ? Set.of() : Set.copyOf(recipients);
        }
    }

    /**
     * @param relations   続柄 accepted; empty for any
     * @param needsGround whether it must be said why the person does not sign (後見人 by decision of the family court, cannot write …)
     */
    public record Signer(GivenBy givenBy, Set<String> relations, boolean needsGround) {

        public Signer {
            relations = relations == null ? Set.of() : Set.copyOf(relations);
        }
    }

    @NamedInterface("rule")
    public record Controller(String address, String contact) {}

    public ConsentPolicy {
        asking = asking == null ? Asking.SEPARATE : asking;
        expiry = expiry == null ? Map.of() : Map.copyOf(expiry);
        maySign = maySign == null ? List.of(new Signer(GivenBy.SELF, null, false)) : List.copyOf(maySign);
        disasterItems = disasterItems == null ? Set.of() : Set.copyOf(disasterItems);
        controller = controller == null ? new Controller(null, null) : controller;
    }

    boolean ordinanceLets(Purpose purpose, Party.Kind recipient) {
        return ordinance != null && purpose.gives() && ordinance.recipients().contains(recipient);
    }

    public boolean ordinanceReaches(Purpose purpose) {
        return ordinance != null && ordinance.recipients().stream().anyMatch(k -> Purpose.ofGivingTo(k) == purpose);
    }

    /** @return null where the purpose does not expire */
    public Instant validUntil(Purpose purpose, Instant decidedAt) {
        Period period = expiry.get(purpose);
        return period == null ? null : decidedAt.atZone(Notices.JAPAN).plus(period).toInstant();
    }
}
