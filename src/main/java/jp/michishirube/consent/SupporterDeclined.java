package jp.michishirube.consent;

import jp.michishirube.casefile.CaseId;

/**
 * A supporter who had agreed agrees no more. Published within the transaction: what names the supporter, or lies with them, goes back.
 *
 * @param supporterKey {@link SupporterKey}
 */
public record SupporterDeclined(CaseId caseId, String supporterKey) {}
