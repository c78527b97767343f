package jp.michishirube.roster.entry;

import java.util.List;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;

/** What a file tells: the people, who makes whose plan, or the offices themselves. */
public enum IntakeKind {
    RESIDENTS, ASSIGNMENT, OFFICES;

    /** Our columns of such a file. */
    public List<Column> columns() {
        return layout().columns();
    }

    public Layout layout() {
        return Layout.of(name());
    }
}
