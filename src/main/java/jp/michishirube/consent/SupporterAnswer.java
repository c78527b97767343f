package jp.michishirube.consent;

/** 承諾 of a named supporter: to be named in the plan and to be given it. */
public enum SupporterAnswer {
    /** 承諾 */
    AGREED,
    /** 依頼中 */
    ASKED,
    /** 未依頼 */
    NOT_ASKED,
    /** 辞退 */
    REFUSED
}
