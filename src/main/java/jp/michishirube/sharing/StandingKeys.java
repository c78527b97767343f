package jp.michishirube.sharing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.Role;

/**
 * By which key somebody is known whose number was typed later. A key is made of name and number, and what was said before hangs on the key
 * without one: an agreement, and a refusal above all, must not fall off with the typing. Only where the plan names nobody else so.
 */
final class StandingKeys {

    private StandingKeys() {}

    /** @param known keys under which something was said about this resident's plan; @return the key that something hangs on, else the row's own */
    static String of(AskedRow row, List<AskedRow> all, Set<String> known) {
        String own = SupportersInPlan.key(row.place());
        return known.contains(own) ? own : withoutNumber(row, all, known).orElse(own);
    }

    /** The key that the row's supporter had before the number was typed; empty where nothing hangs on it, or where two bear the name. */
    static Optional<String> withoutNumber(AskedRow row, List<AskedRow> all, Set<String> known) {
        String name = row.place().kept(Role.SUPPORTER_NAME);
        String bare = SupporterKey.of(name, "");
        boolean alone = all.stream().filter(r -> SupporterKey.of(r.place().kept(Role.SUPPORTER_NAME), "").equals(bare)).count() == 1;
        return Optional.of(bare).filter(k -> !name.isBlank() && alone && known.contains(k) && !k.equals(SupportersInPlan.key(row.place())));
    }
}
