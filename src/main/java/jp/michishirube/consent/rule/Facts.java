package jp.michishirube.consent.rule;

import java.util.Map;
import java.util.Optional;

/**
 * All that a decision rests on besides the policy, as one statement reads it.
 *
 * @param standing    null when nobody was ever asked
 * @param supporters  answers of the supporters whom the question names; one who is absent was not asked
 * @param declaration of a disaster standing now over the resident's 町, and over the party's if it has one; null for none
 * @param guardedBy   code of the office that makes the plan of a protected resident (支援措置), empty where none does; null for a
 *                    resident who is not protected
 */
record Facts(Standing standing, Map<String, SupporterAnswer> supporters, Long declaration, String guardedBy) {

    Facts(Standing standing, Map<String, SupporterAnswer> supporters, Long declaration) {
        this(standing, supporters, declaration, null);
    }

    Optional<SupporterAnswer> answerOf(String key) {
        return Optional.ofNullable(supporters.get(key));
    }
}
