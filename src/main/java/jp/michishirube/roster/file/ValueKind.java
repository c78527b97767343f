package jp.michishirube.roster.file;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a column holds, and how its cells become the value that is kept. Empty cells become the empty text. */
public enum ValueKind {
    /** Anything, kept to the letter without the spaces around. */
    TEXT {
        @Override
        String of(String cell) {
            return Texts.trim(cell).replaceAll("[\\r\\n]+", " ");
        }
    },
    NAME {
        @Override
        String of(String cell) throws WrongValue {
            String name = Texts.trim(cell);
            if (name.indexOf('\n') >= 0 || name.matches(".*\\d{3}.*")) {
                throw new WrongValue("name");
            }
            return name;
        }
    },
    KANA {
        @Override
        String of(String cell) throws WrongValue {
            return Kana.parse(cell);
        }
    },
    CODE {
        @Override
        String of(String cell) throws WrongValue {
            String code = Texts.narrow(cell);
            if (code.length() > 40 || !CODE_SHAPE.matcher(code).matches()) {
                throw new WrongValue("code");
            }
            return code;
        }
    },
    DATE {
        @Override
        String of(String cell) throws WrongValue {
            return Texts.isBlank(cell) ? "" : Dates.parse(cell).toString();
        }
    },
    BIRTH_DATE {
        @Override
        String of(String cell) throws WrongValue {
            if (Texts.isBlank(cell)) {
                return "";
            }
            return Dates.parse(cell).toString();
        }

        @Override
        void check(String value, LocalDate today) throws WrongValue {
            LocalDate date = LocalDate.parse(value);
            if (date.isAfter(today) || date.isBefore(today.minusYears(125))) {
                throw new WrongValue("birth-date");
            }
        }
    },
    SEX {
        @Override
        String of(String cell) throws WrongValue {
            return Grades.sex(cell);
        }
    },
    POSTAL_CODE {
        @Override
        String of(String cell) throws WrongValue {
            String digits = Texts.narrow(cell).replaceAll("[〒\\-‐−ー ]", "");
            if (digits.isEmpty()) {
                return "";
            }
            if (!digits.matches("\\d{7}")) {
                throw new WrongValue("postal-code");
            }
            return digits.substring(0, 3) + "-" + digits.substring(3);
        }
    },
    PHONE {
        @Override
        String of(String cell) {
            return Texts.narrow(cell).replaceAll("[‐−ー―]", "-").replaceAll("[\\r\\n]+", " ");
        }
    },
    CARE_LEVEL {
        @Override
        String of(String cell) throws WrongValue {
            return Grades.care(cell);
        }
    },
    GRADE {
        @Override
        String of(String cell) throws WrongValue {
            return Grades.grade(cell, 6);
        }
    },
    FLAG {
        @Override
        String of(String cell) throws WrongValue {
            return Grades.flag(cell);
        }
    },
    NUMBER {
        @Override
        String of(String cell) throws WrongValue {
            String digits = Texts.narrow(cell).replace(",", "");
            if (!digits.matches("\\d{0,7}")) {
                throw new WrongValue("number");
            }
            return digits;
        }
    };

    private static final Pattern CODE_SHAPE = Pattern.compile("[\\p{L}\\p{N}_./\\-]*");

    abstract String of(String cell) throws WrongValue;

    void check(String value, LocalDate today) throws WrongValue {}

    /**
     * @param today for dates that cannot lie in the future
     * @throws WrongValue {@code encoding} for bytes that were no characters, {@code control} for control characters,
     *                    {@code too-long-value} over 2,000 characters, else by the kind
     */
    public String read(String cell, LocalDate today) throws WrongValue {
        if (cell.indexOf('\uFFFD') >= 0) {
            throw new WrongValue("encoding");
        }
        if (cell.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7F)) {
            throw new WrongValue("control");
        }
        if (cell.length() > 2000) {
            throw new WrongValue("too-long-value");
        }
        String value = of(cell);
        if (!value.isEmpty()) {
            check(value, today);
        }
        return value;
    }
}
