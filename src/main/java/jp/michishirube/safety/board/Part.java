package jp.michishirube.safety.board;

/** The parts of a board in the order in which somebody must act. */
enum Part {
    UNANSWERED, HELP, UNREACHABLE, REFUSED, WELL;

    static Part of(Row row) {
        return switch (row.group()) {
            case UNANSWERED -> UNANSWERED;
            case UNREACHABLE -> UNREACHABLE;
            case REFUSED -> REFUSED;
            case ANSWERED -> row.isHelp() ? HELP : WELL;
        };
    }
}
