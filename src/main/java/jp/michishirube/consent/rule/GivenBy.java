package jp.michishirube.consent.rule;

/** Who decided. */
public enum GivenBy {
    /** 本人 */
    SELF,
    /** 家族, with the relation and why the person does not decide alone */
    FAMILY,
    /** 法定代理人: 成年後見人 and the like */
    LEGAL_REPRESENTATIVE
}
