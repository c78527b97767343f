package jp.michishirube.roster.file;

/**
 * What a file may ask of us before it is refused. A city of the largest kind has 100,000 rows of about 300 bytes.
 *
 * @param fileBytes     size of the upload
 * @param rows          rows with content
 * @param columns       cells of one row
 * @param recordChars   characters of one record with its quoted line breaks; a longer one becomes a wrong row, memory stays bounded
 * @param recordLines   line breaks inside one record; more means that a quote was never closed
 * @param unzippedBytes what an .xlsx may unpack to, counted while unpacking, whatever its directory says
 * @param ratio         how many times a packed part may grow, looked at from 8 MB on
 */
public record Limits(
        long fileBytes, int rows, int columns, int recordChars, int recordLines, long unzippedBytes, int ratio) {

    public static final Limits DEFAULT =
            new Limits(200L << 20, 500_000, 400, 1 << 16, 50, 512L << 20, 150);
}
