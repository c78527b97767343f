package jp.michishirube.consent.rule;

import org.springframework.modulith.NamedInterface;

/** 承諾 of a named supporter: to be named in the plan and to be given it. */
@NamedInterface("rule")
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
