package jp.michishirube.safety.board;

import java.time.Instant;
import java.util.List;

/**
 * A board as one reader may see it.
 *
 * @param rows    those who may be shown by name, in the order of their numbers
 * @param tally   of everybody who was asked there
 * @param unnamed how many of them the reader may not know by name
 */
record Board(List<Row> rows, Tally tally, int unnamed, Instant asOf) {

    public List<Row> of(Part part) {
        return rows.stream().filter(r -> Part.of(r) == part).toList();
    }

    public boolean helpWanted() {
        return rows.stream().anyMatch(Row::isHelp);
    }

    public List<Part> parts() {
        return List.of(Part.values());
    }
}
