package jp.michishirube.journey;

import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** After a story that broke off the product is not used again: the next one, or the second try, gets another with an empty database. */
class NewAfterFailure implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.getTestException() != null) {
            test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }
}
