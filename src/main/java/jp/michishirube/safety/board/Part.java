package jp.michishirube.safety.board;

import jp.michishirube.safety.answer.Group;
import jp.michishirube.safety.answer.Said;

/** The parts of a board in the order in which somebody must act. */
enum Part {
    UNANSWERED, HELP, UNREACHABLE, REFUSED, WELL;

    static Part of(Row row) {
        return of(row.group(), row.said());
    }

    /** @param said null for nothing */
    static Part of(Group group, Said said) {
        return switch (group) {
            case UNANSWERED -> UNANSWERED;
            case UNREACHABLE -> UNREACHABLE;
            case REFUSED -> REFUSED;
            case ANSWERED -> said.isHelp() ? HELP : WELL;
        };
    }
}
