package jp.michishirube.consent.record;

import java.time.Instant;
import java.util.Set;
import jp.michishirube.consent.rule.Party;

/**
 * What the city OS tells us of a decision taken there.
 *
 * @param messageId  key by which a repeated message is known again
 * @param cityOsId   the resident, by the common key of linked systems
 * @param state      GIVEN, REFUSED or WITHDRAWN
 * @param eventTime  when the person decided; messages are ordered by it, not by their arrival
 * @param language   of the notice; {@code ja} when missing
 * @param notice     id of the notice shown there; the one in use for the purpose when missing
 * @param noticeVersion with {@code notice}
 * @param recipients a part of what the notice names; all of it when missing
 */
public record Handover(
        String messageId, String cityOsId, String purpose, String state, Instant eventTime, String language, String notice,
        Integer noticeVersion, Set<Party.Kind> recipients) {}
