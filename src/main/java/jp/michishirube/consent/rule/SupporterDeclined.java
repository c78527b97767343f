package jp.michishirube.consent.rule;

import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/**
 * A supporter who had agreed agrees no more. Published within the transaction: what names the supporter, or lies with them, goes back.
 *
 * @param supporterKey {@link SupporterKey}
 */
@NamedInterface("rule")
public record SupporterDeclined(CaseId caseId, String supporterKey) {}
