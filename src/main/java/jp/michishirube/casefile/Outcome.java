package jp.michishirube.casefile;

/** How a person ended a step; the process model's gateways read it as {@code outcome}. */
public enum Outcome {
    /** A consent decision was recorded; the gate asks the records anew. */
    RECORDED,
    SUBMITTED,
    /** 訪問し避難情報を伝えたが計画は作らない */
    INFORMATION_ONLY,
    NOT_ELIGIBLE,
    /** The resident declines the plan during the interview. */
    REFUSED,
    /** In hospital or out of reach: the case rests until a date. */
    PAUSED,
    CONFIRMED,
    APPROVED,
    RETURNED,
    SIGNED,
    /** The resident does not agree with the approved plan. */
    OBJECTED,
    /** Place and way were looked at again. */
    CHECKED,
    /** Nothing of a plan in force has changed: somebody was asked. */
    UNCHANGED,
    /** A plan in force is to be written anew, in parts or in whole. */
    CHANGED
}
