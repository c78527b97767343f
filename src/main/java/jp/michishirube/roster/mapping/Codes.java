package jp.michishirube.roster.mapping;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.roster.file.Movement;
import jp.michishirube.roster.file.Texts;
import jp.michishirube.roster.file.ValueKind;
import jp.michishirube.roster.file.WrongValue;

/** What a value in a coded column means. */
final class Codes {

    /** These look like codes and are what the words say. */
    private static final Set<String> SAY_IT = Set.of("true", "false", "yes", "no");

    private Codes() {}

    /** The value that our own layout's words and codes give; empty for one that they do not know. */
    static Optional<String> known(ValueKind kind, String value) {
        try {
            return Optional.of(kind.read(value, LocalDate.MAX));
        } catch (WrongValue e) {
            return Optional.empty();
        }
    }

    /** Digits and letters, which each vendor gives a meaning of its own; a word says what it means. */
    static boolean isCode(String value) {
        String narrow = Texts.narrow(value);
        return !narrow.isEmpty() && narrow.matches("[\\p{ASCII}]+") && !SAY_IT.contains(narrow.toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether a person must say what the value means. Offices are asked for apart: who they are is in the database. */
    static boolean isOpen(ValueKind kind, Use use, boolean asIs, String value) {
        if (kind == ValueKind.OFFICE || use.codes().containsKey(value)) {
            return false;
        }
        if (asIs) {
            return kind == ValueKind.MOVEMENT && known(kind, value).isEmpty();
        }
        return isCode(value) || known(kind, value).isEmpty() || leavesUnsaid(kind, value);
    }

    /** 「その他」「非該当」「辞退」 in a column of another's making may be said of anything: it ends nobody's case before a person has said so. */
    static boolean leavesUnsaid(ValueKind kind, String value) {
        return kind == ValueKind.MOVEMENT && Movement.read(value).filter(m -> m == Movement.OTHER).isPresent();
    }
}
