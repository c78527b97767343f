package jp.michishirube.roster.file;

/**
 * One table of a file; a text file has a single one.
 *
 * @param index  from 0, in the order of the workbook
 * @param name   as on its tab; empty for a text file
 * @param hidden a reader does not see it in the spreadsheet program
 */
public record Sheet(int index, String name, boolean hidden) {

    /** The only table of a text file. */
    public static final Sheet ONLY = new Sheet(0, "", false);
}
