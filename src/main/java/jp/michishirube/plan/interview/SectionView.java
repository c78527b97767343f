package jp.michishirube.plan.interview;

import java.util.List;
import jp.michishirube.plan.versions.FieldView;

/**
 * @param from    where most of its linked values came from, in words: said once here, and beside a value only where it came from elsewhere;
 *                null where nothing needs to be said so
 * @param rest    of a plan that was sent back: nothing in it is open or remarked on, so that it is folded away
 * @param missing required questions without an answer
 * @param wrong   questions with an error or an open remark
 */
record SectionView(
        String key, String title, String help, boolean away, FieldView.When when, List<FieldView> fields,
        String from, boolean rest, int missing, int wrong, List<FieldView.Note> notes) {

    /** {@code done}, {@code missing} or {@code wrong}: the mark in the navigation. */
    public String getState() {
        return wrong > 0 ? "wrong" : missing > 0 ? "missing" : "done";
    }
}
