package jp.michishirube.roster.file;

import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.michishirube.japanese.PersonName;

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
            String mistake = PersonName.mistake(cell);
            if (mistake != null) {
                throw new WrongValue(mistake);
            }
            String name = PersonName.trim(Texts.trim(cell));
            if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0 || name.matches(".*\\d{3}.*")) {
                throw new WrongValue("name");
            }
            return name;
        }
    },
    KANA {
        @Override
        String of(String cell) throws WrongValue {
            String mistake = PersonName.mistake(cell);
            if (mistake != null) {
                throw new WrongValue(mistake);
            }
            return Kana.parse(cell);
        }
    },
    CODE {
        @Override
        String of(String cell) throws WrongValue {
            String code = Texts.narrow(cell);
            // a spreadsheet's 1.23E11 has lost its last digits
            if (code.length() > 40 || !CODE_SHAPE.matcher(code).matches() || code.matches("\\d\\.\\d+[Ee]\\d+")) {
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
            return BirthDate.read(cell).toString();
        }

        @Override
        void check(String value, LocalDate today) throws WrongValue {
            BirthDate date = BirthDate.of(value);
            if (date.year() > 0 && (date.earliest().isAfter(today) || date.latest().isBefore(today.minusYears(125)))) {
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
            return Telephone.read(cell).number();
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
    /** Whether the person stays on the list. */
    MOVEMENT {
        @Override
        String of(String cell) throws WrongValue {
            return Movement.read(cell).map(Movement::left).orElseThrow(() -> new WrongValue("unknown-code"));
        }
    },
    /** One danger by the list's own classes. */
    HAZARD {
        @Override
        String of(String cell) throws WrongValue {
            return HazardClass.read(cell);
        }
    },
    HOUSEHOLD {
        @Override
        String of(String cell) throws WrongValue {
            return Grades.household(cell);
        }
    },
    /** What a list claims of a consent; never a record of one. */
    CLAIM {
        @Override
        String of(String cell) throws WrongValue {
            return Grades.claim(cell);
        }
    },
    /** An office by its number or its name. */
    OFFICE {
        @Override
        String of(String cell) throws WrongValue {
            String office = Texts.trim(cell);
            if (office.length() > 120) {
                throw new WrongValue("code");
            }
            String number = Texts.narrow(office);
            return number.matches("[A-Za-z0-9_./\\-]*") ? number : office;
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

    /** Kinds with a small set of meanings, for which each vendor has codes of its own. */
    public boolean isCoded() {
        return switch (this) {
            case SEX, CARE_LEVEL, GRADE, FLAG, MOVEMENT, HAZARD, HOUSEHOLD, CLAIM, OFFICE -> true;
            default -> false;
        };
    }

    abstract String of(String cell) throws WrongValue;

    void check(String value, LocalDate today) throws WrongValue {}

    /**
     * @param today for dates that cannot lie in the future
     * @throws WrongValue {@code encoding} for bytes that were no characters, {@code control} for control characters,
     *                    {@code too-long-value} over 2,000 characters, {@code unknown-code} for a word or code whose meaning is not known,
     *                    else by the kind
     */
    public String read(String cell, LocalDate today) throws WrongValue {
        if (cell.indexOf('\uFFFD') >= 0) {
            throw new WrongValue("encoding");
        }
        if (this != NAME && this != KANA && cell.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7F)) {
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
