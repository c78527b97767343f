package jp.michishirube.signing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.door.PlainTime;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;

/**
 * Who signed, how and before whom.
 *
 * @param version  of the plan that the signer saw
 * @param name     of the signer, where it is not the resident
 * @param relation to the resident, where it is not the resident
 * @param witness  present at the signature; may be empty
 * @param drawing  strokes on the screen as PNG data URL; null for paper
 * @param scan     the signed paper as PDF, JPEG or PNG; null for the screen
 * @param signedOn day on the paper; ignored on the screen, where it is now
 */
public record Signing(int version, Signer signer, String name, String relation, String witness, String drawing, byte[] scan,
                      LocalDate signedOn) {

    public static final int MAX_TEXT = 120;

    public enum Signer { SELF, FAMILY, LEGAL_REPRESENTATIVE }

    public Signing {
        name = clean(name);
        relation = clean(relation);
        witness = clean(witness);
    }

    boolean onPaper() {
        return scan != null && scan.length > 0;
    }

    /** @throws Problem {@code signing-incomplete} (422) naming the fields */
    void requireWhole(LocalDate today) {
        List<FieldProblem> missing = new ArrayList<>();
        if (signer == null) {
            missing.add(new FieldProblem("signer", "signing-required"));
        } else if (signer != Signer.SELF) {
            require(missing, "name", name);
            require(missing, "relation", relation);
        }
        for (String[] field : new String[][] {{"name", name}, {"relation", relation}, {"witness", witness}}) {
            if (field[1].length() > MAX_TEXT) {
                missing.add(new FieldProblem(field[0], "signing-too-long", MAX_TEXT));
            }
        }
        if (!onPaper() && (drawing == null || drawing.isBlank())) {
            missing.add(new FieldProblem("drawing", "signature-missing"));
        }
        if (onPaper() && signedOn == null) {
            missing.add(new FieldProblem("signedOn", "signing-required"));
        } else if (onPaper() && (signedOn.isAfter(today) || !PlainTime.is(signedOn))) {
            missing.add(new FieldProblem("signedOn", "signing-future"));
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid("signing-incomplete", missing);
        }
    }

    private static void require(List<FieldProblem> missing, String field, String value) {
        if (value.isEmpty()) {
            missing.add(new FieldProblem(field, "signing-required"));
        }
    }

    private static String clean(String text) {
        return text == null ? "" : text.strip().replaceAll("\\p{Cntrl}", " ");
    }
}
