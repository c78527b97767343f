package jp.michishirube.sharing.channel;

import java.util.List;
import java.util.Locale;
import jp.michishirube.sharing.code.Holder;

/** What can be answered right where a message arrives: buttons in a chat, keys of a telephone. Implemented by the room that asks those holders. */
public interface Choices {

    /** LINE shows so many buttons below a message. */
    int MOST = 4;

    /**
     * One of them.
     *
     * @param key   of the telephone; also said before the label
     * @param label up to 20 signs
     * @param data  what comes back by the chat when it is pressed, up to 300 signs; ids only
     */
    record Choice(int key, String label, String data) {}

    Holder.Kind of();

    /** @return none for a message that asks nothing; {@value #MOST} at most */
    List<Choice> of(String key, String template, Locale language);
}
