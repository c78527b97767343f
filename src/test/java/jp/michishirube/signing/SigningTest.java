package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;

/** What a signature must say of itself before it seals a plan. */
class SigningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final byte[] PAPER = {'%', 'P', 'D', 'F'};

    private static String wrong(Signing signing) {
        Problem problem = catchThrowableOfType(Problem.class, () -> signing.requireWhole(TODAY));
        assertThat(problem).as("refused").isNotNull();
        assertThat(problem.kind()).isEqualTo("signing-incomplete");
        return problem.fields().stream().map(f -> f.field() + " " + f.kind()).reduce((a, b) -> a + ", " + b).orElseThrow();
    }

    private static Signing paper(LocalDate day) {
        return new Signing(1, Signing.Signer.SELF, null, null, null, null, PAPER, day);
    }

    @Test
    void nobodyIsSupposedToHaveSigned() {
        assertThat(wrong(new Signing(1, null, null, null, null, "data:", null, null))).isEqualTo("signer signing-required");
        assertThat(wrong(new Signing(1, Signing.Signer.SELF, null, null, null, " ", new byte[0], null))).as("an empty file is no paper").isEqualTo("drawing signature-missing");
        assertThatCode(() -> new Signing(1, Signing.Signer.SELF, null, null, null, "data:", null, null).requireWhole(TODAY)).doesNotThrowAnyException();
    }

    @Test
    void whoSignsForAnotherSaysWhoAndAsWhat() {
        for (Signing.Signer other : new Signing.Signer[] {Signing.Signer.FAMILY, Signing.Signer.LEGAL_REPRESENTATIVE}) {
            assertThat(wrong(new Signing(1, other, " ", "\t\n", null, "data:", null, null))).isEqualTo("name signing-required, relation signing-required");
            assertThatCode(() -> new Signing(1, other, "長女 花子", "長女", null, "data:", null, null).requireWhole(TODAY)).doesNotThrowAnyException();
        }
    }

    @Test
    void whatIsTooLongIsRefusedAndNotCut() {
        String most = "長".repeat(Signing.MAX_TEXT);
        assertThatCode(() -> new Signing(1, Signing.Signer.FAMILY, most, most, most, "data:", null, null).requireWhole(TODAY)).doesNotThrowAnyException();
        assertThat(wrong(new Signing(1, Signing.Signer.FAMILY, most + "長", most + "長", most + "長", "data:", null, null)))
                .isEqualTo("name signing-too-long, relation signing-too-long, witness signing-too-long");
    }

    @Test
    void paperBearsADayThatHasBeen() {
        assertThat(wrong(paper(null))).isEqualTo("signedOn signing-required");
        for (LocalDate never : new LocalDate[] {TODAY.plusDays(1), LocalDate.of(-4712, 1, 1), LocalDate.MAX, LocalDate.MIN}) {
            assertThat(wrong(paper(never))).as("%s", never).isEqualTo("signedOn signing-future");
        }
        assertThatCode(() -> paper(TODAY).requireWhole(TODAY)).doesNotThrowAnyException();
    }

    @Test
    void aLineBreakInANameIsNoSecondLineOfThePaper() {
        assertThat(new Signing(1, Signing.Signer.FAMILY, " 長女\u0007\n花子 ", null, null, null, null, null).name()).isEqualTo("長女  花子");
    }
}
