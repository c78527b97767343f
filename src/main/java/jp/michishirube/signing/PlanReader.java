package jp.michishirube.signing;

import jp.michishirube.plan.form.AskedQuestion;

/** For whom a plan is printed: says of each answer whether it may be on that paper. */
public interface PlanReader {

    /** Who works on the plan. */
    PlanReader ALL = question -> true;

    boolean sees(AskedQuestion question);
}
