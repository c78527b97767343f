package jp.michishirube.evacuation.place;

/**
 * What is wrong with one row of a list.
 *
 * @param line    line of the file where the row begins, from 1
 * @param column  heading of the column; empty when the row as a whole is meant
 * @param reason  sentence under {@code place-row.<reason>}
 * @param value   what stands there, cut to 60 characters; lists of places are public data
 * @param refused the row is not taken; otherwise it is taken without that value
 */
public record RowProblem(long line, String column, String reason, String value, boolean refused) {

    static RowProblem refusing(long line, String column, String reason, String value) {
        return new RowProblem(line, column, reason, cut(value), true);
    }

    static RowProblem leavingOut(long line, String column, String reason, String value) {
        return new RowProblem(line, column, reason, cut(value), false);
    }

    private static String cut(String value) {
        return value == null ? "" : value.length() <= 60 ? value : value.substring(0, value.offsetByCodePoints(0, Math.min(59, value.codePointCount(0, value.length())))) + "…";
    }
}
