package jp.michishirube.plan.interview;

import java.util.List;
import jp.michishirube.plan.versions.FieldView;

/**
 * @param missing required questions without an answer
 * @param wrong   questions with an error or an open remark
 */
record SectionView(
        String key, String title, String help, boolean away, FieldView.When when, List<FieldView> fields,
        int missing, int wrong, List<FieldView.Note> notes) {

    /** {@code done}, {@code missing} or {@code wrong}: the mark in the navigation. */
    public String getState() {
        return wrong > 0 ? "wrong" : missing > 0 ? "missing" : "done";
    }
}
