package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;

/**
 * Some forms ask beside the consents to whom the plan may go ({@code x-is: consent.…}), and the signed plan prints the answer. A no that
 * a person signed is honoured whatever the consents say; a yes there opens nothing: that needs the consent itself.
 */
final class ConsentsInPlan {

    private static final Map<Party.Kind, Role> ROLES = new EnumMap<>(Map.of(Party.Kind.SUPPORTER, Role.CONSENT_SUPPORTER,
            Party.Kind.NEIGHBOURHOOD, Role.CONSENT_NEIGHBOURHOOD, Party.Kind.WELFARE_COMMISSIONER, Role.CONSENT_COMMISSIONER,
            Party.Kind.FIRE_SERVICE, Role.CONSENT_FIRE, Party.Kind.POLICE, Role.CONSENT_POLICE, Party.Kind.SOCIAL_WELFARE_COUNCIL, Role.CONSENT_COUNCIL,
            Party.Kind.CARE_CIRCLE, Role.CONSENT_CARE_CIRCLE));

    private ConsentsInPlan() {}

    /** Whether the plan itself says no to that kind of recipient. */
    static boolean refuses(FilledPlan plan, Party.Kind kind) {
        return noTo(plan, kind) != null;
    }

    /** Kinds of recipients whom the plan itself says no to. */
    static Set<Party.Kind> refused(FilledPlan plan) {
        Set<Party.Kind> refused = new TreeSet<>();
        List.of(Party.Kind.values()).stream().filter(k -> refuses(plan, k)).forEach(refused::add);
        return refused;
    }

    /** The question that says no to that kind of recipient; null for none. */
    static AskedQuestion noTo(FilledPlan plan, Party.Kind kind) {
        return !ROLES.containsKey(kind) ? null : plan.at(ROLES.get(kind)).filter(q -> q.isAnswered() && !isYes(q.value())).orElse(null);
    }

    private static boolean isYes(JsonNode answer) {
        return answer.isBoolean() ? answer.booleanValue() : "yes".equals(answer.asText());
    }
}
