package jp.michishirube.security;

import java.io.Serializable;
import java.util.List;
import jp.michishirube.organization.Person;

/**
 * Who a person is, as read from the provider's claims.
 *
 * @param mail  null where none was told
 * @param gaps  what kept the person from a role, for the page that says what must be set
 */
record Identity(Person person, String mail, List<Gap> gaps) implements Serializable {

    /**
     * @param kind  key of the sentence
     * @param place setting's words for where it was looked for
     * @param found the person's own values that were there; nobody else's
     */
    record Gap(Kind kind, String place, List<String> found) implements Serializable {}

    enum Kind {
        /** No claim stands at the place where roles are read. */
        ROLES_ABSENT,
        /** Something stands there that is neither a text nor a list of texts. */
        ROLES_ODD,
        /** Names, none of which is one of ours. */
        ROLES_UNKNOWN,
        /** A role of an office without an office. */
        OFFICE_ABSENT, OFFICE_ODD,
        /** Two different offices: which one is meant is not guessed. */
        OFFICE_SEVERAL,
        /** The office has no contract on this day, or is none that the municipality knows. */
        OFFICE_WITHOUT_CONTRACT,
        /** The role asks for another way of signing in. */
        SIGN_IN_WEAK
    }

    Identity {
        gaps = List.copyOf(gaps);
    }
}
