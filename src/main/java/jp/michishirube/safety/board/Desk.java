package jp.michishirube.safety.board;

import java.util.Set;
import jp.michishirube.safety.answer.Voice;
import jp.michishirube.sharing.ReaderKnows;

/**
 * From where somebody reads and writes the board of an event.
 *
 * @param reader null for the city's own staff
 * @param areas  町 that it shows
 * @param name   of the party, for the head of the sheet
 * @param sender in whose name entries are made; undone by the same alone
 */
record Desk(ReaderKnows.Reader reader, Set<String> areas, String name, String sender) {

    public boolean isCity() {
        return reader == null;
    }

    public Voice voice() {
        return isCity() ? Voice.STAFF : Voice.ASSOCIATION;
    }
}
