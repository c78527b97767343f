package jp.michishirube.signals;

import java.util.List;

/** Tells what of a room waits or failed, and how much there is of it: a bean of the room. Numbers and times only, nothing of a person or a case. */
public interface Watch {

    /** Live; asked about once a minute on each node, so a question that indexes answer. */
    List<Waiting> waiting();

    /** Further figures for those who gather them. */
    default List<Count> counts() {
        return List.of();
    }
}
