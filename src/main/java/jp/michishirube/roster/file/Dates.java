package jp.michishirube.roster.file;

import java.time.LocalDate;
import jp.michishirube.japanese.DateReader;

/** Dates in the cells of a list; how they are written is {@link DateReader}'s. */
public final class Dates {

    private Dates() {}

    /** @throws WrongValue with the reader's word for what is wrong */
    public static LocalDate parse(String cell) throws WrongValue {
        try {
            return DateReader.read(Texts.narrow(cell));
        } catch (DateReader.NoDate e) {
            throw new WrongValue(e.kind());
        }
    }

    /** The year of an era, as in {@code S16}. */
    static int year(String era, String year) throws WrongValue {
        try {
            return DateReader.year(era, year);
        } catch (DateReader.NoDate e) {
            throw new WrongValue(e.kind());
        }
    }

    /** Narrow, without spaces and without midnight, the era as its letter. */
    static String plain(String cell) {
        return DateReader.plain(Texts.narrow(cell));
    }
}
