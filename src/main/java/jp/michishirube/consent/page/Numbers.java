package jp.michishirube.consent.page;

import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.problem.Problem;

/** Case numbers from addresses: one that is none is a page that is none. */
final class Numbers {

    private Numbers() {}

    static CaseNumber of(String number) {
        try {
            return new CaseNumber(number);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("case-not-found");
        }
    }
}
