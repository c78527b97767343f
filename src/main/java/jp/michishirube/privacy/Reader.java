package jp.michishirube.privacy;

import java.util.Comparator;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;

/** The reader as a line of the log keeps him. */
final class Reader {

    private Reader() {}

    /** On which ground the reader stands: the duty that the role carries, or being a system with a token of its own. */
    static String role(Person person) {
        return person.system() ? "SYSTEM" : person.roles().stream().min(Comparator.comparing(Enum::ordinal)).map(Role::name).orElse("NONE");
    }
}
