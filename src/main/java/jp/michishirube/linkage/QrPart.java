package jp.michishirube.linkage;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import jp.michishirube.problem.Problem;

/**
 * What one QR code holds.
 *
 * @param content as bytes: a set cut by structured append may be cut within a character
 * @param index   place in its set, from 0
 * @param total   codes of its set; 1 for a code that stands alone
 * @param parity  the same for all codes of a set
 */
record QrPart(byte[] content, int index, int total, int parity) {

    boolean isSameAs(QrPart other) {
        return index == other.index && total == other.total && parity == other.parity && Arrays.equals(content, other.content);
    }

    /** A line of a page that waits for the set's other codes. */
    String line() {
        return index + " " + total + " " + parity + " " + Base64.getEncoder().encodeToString(content);
    }

    /** @throws Problem {@code jahis-cut} (400) for lines that {@link #line} did not write */
    static List<QrPart> ofLines(String lines) {
        return lines.lines().filter(l -> !l.isBlank()).map(line -> {
            String[] parts = line.strip().split(" ");
            try {
                return new QrPart(Base64.getDecoder().decode(parts[3]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Problem.badRequest("jahis-cut");
            }
        }).toList();
    }
}
