package jp.michishirube.plan.kept;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers and the form that they answer: a plan being written, or one handed in. */
public interface Answered {

    /** @return {@code x-version} of the form that asked */
    String formVersion();

    ObjectNode answers();
}
