package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import jp.michishirube.plan.form.FormField;

/** For whom a plan is printed: says of each answer whether it may be on that paper. */
public interface PlanReader {

    /** Who works on the plan. */
    PlanReader ALL = new PlanReader() {

        @Override
        public boolean sees(FormField field) {
            return true;
        }

        @Override
        public boolean sees(FormField group, FormField column, JsonNode entry) {
            return true;
        }
    };

    boolean sees(FormField field);

    /** @param entry the repeated entry that the answer belongs to */
    boolean sees(FormField group, FormField column, JsonNode entry);
}
