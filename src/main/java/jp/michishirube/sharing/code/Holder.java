package jp.michishirube.sharing.code;

/**
 * Who bears a pass or is sent a message.
 *
 * @param key by which the room of that kind knows them; an id, never a name, a number or an address
 */
public record Holder(Kind kind, String key) {

    public enum Kind {
        /** 避難支援等実施者 of one resident, by the id of their contact. */
        SUPPORTER,
        /** Somebody willing to help, by the id of their entry in the pool. */
        VOLUNTEER,
        /** 町内会長・班長・民生委員 for a term, by the id of their entry. */
        LEADER,
        /** 本人: one on the roster, by the id of the resident. */
        RESIDENT,
        /** Somebody who is asked in a disaster whether they are safe, by the id of the asking. */
        ASKED,
        /** A supporter of somebody who is asked in a disaster, by the id of the pair. */
        HELPER,
        /** Whoever holds a copy on paper, by the id of its delivery. */
        COPY
    }
}
