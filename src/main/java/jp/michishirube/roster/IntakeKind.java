package jp.michishirube.roster;

import jp.michishirube.roster.file.Layout;

/** What a file tells: the people, who makes whose plan, or the offices themselves. */
public enum IntakeKind {
    RESIDENTS, ASSIGNMENT, OFFICES;

    Layout layout() {
        return Layout.of(name());
    }
}
