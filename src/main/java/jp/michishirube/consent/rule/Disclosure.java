package jp.michishirube.consent.rule;

import java.time.Instant;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/**
 * One line of the disclosure log.
 *
 * @param recordId   the consent it rested on; null for other grounds
 * @param disasterId the declaration it rested on; null for other grounds
 * @param what       short stable word: {@code plan}, {@code list}
 * @param by         who gave it
 */
@NamedInterface("rule")
public record Disclosure(
        long id, Instant at, CaseId caseId, Party party, String partyName, Purpose purpose, Set<String> fields, Ground ground,
        Long recordId, Long disasterId, String what, String by) {}
