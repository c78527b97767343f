package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import jp.michishirube.document.NameGlyphs;
import jp.michishirube.document.Printed;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Folders;
import jp.michishirube.problem.Problem;
import jp.michishirube.signing.SealState.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: one certificate ends, another takes its place; what was sealed under the first stays provable. */
class SealRollOverTest {

    private static final Instant END = Instant.parse("2026-03-31T14:59:59Z");

    @TempDir
    static Path folder;

    private static SealKey former;
    private static SealKey next;
    private static Predicate<byte[]> ours;
    private static Printed printed;

    @BeforeAll
    static void twoKeys() {
        former = key("former.p12", END.minus(1000, ChronoUnit.DAYS), END);
        next = key("next.p12", END.minus(30, ChronoUnit.DAYS), END.plus(1000, ChronoUnit.DAYS));
        List<byte[]> known = List.of(former.certificate().getEncoded(), next.certificate().getEncoded());
        ours = certificate -> known.stream().anyMatch(k -> Arrays.equals(k, certificate));
        printed = new Printer(new Folders(null), new NameGlyphs()).print(new PrintedPlan(PrintedPlan.Layout.of("plan-a"),
                new PrintedPlan.Head("個別避難計画", "見本市", "2026-00042-7", "試験 太郎", 1, java.time.LocalDate.of(2026, 3, 1), "", null),
                List.of(), null, new PrintedPlan.Foot("https://example.org/x", "", null, false, true)));
    }

    @Test
    void whatWasSealedBeforeTheEndIsWholeUnderTheNextKeyToo() {
        Instant before = END.minus(1, ChronoUnit.DAYS);
        byte[] old = new Sealer(former, "見本市").seal(printed, "承認", before);
        assertThat(SealCheck.of(old, ours).kind()).isEqualTo(SealVerdict.Kind.WHOLE);
        byte[] signedLater = new Sealer(next, "見本市").sealSignature(old, null, null, "署名", END.plus(5, ChronoUnit.DAYS));
        assertThat(SealCheck.of(signedLater, ours).kind()).as("sealed by the former key, signed under the next").isEqualTo(SealVerdict.Kind.WHOLE);
    }

    @Test
    void anIndependentValidatorAgreesForTheTimeOfTheSealWithTheOldCertificateAsItsAnchor() {
        byte[] old = new Sealer(former, "見本市").seal(printed, "承認", END.minus(1, ChronoUnit.DAYS));
        SimpleReport then = validate(old, END.minus(1, ChronoUnit.HOURS));
        assertThat(then.getIndication(then.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
        SimpleReport now = validate(old, END.plus(900, ChronoUnit.DAYS));
        assertThat(now.getIndication(now.getFirstSignatureId())).isIn(Indication.TOTAL_PASSED, Indication.INDETERMINATE);
        assertThat(now.getSubIndication(now.getFirstSignatureId())).isNotIn(SubIndication.HASH_FAILURE, SubIndication.SIG_CRYPTO_FAILURE);
    }

    @Test
    void aSealOfATimeWhenTheCertificateWasNotValidIsTold() {
        // By somebody who took the retired key: we ourselves refuse before.
        for (Instant at : List.of(END.plus(1, ChronoUnit.DAYS), END.minus(1001, ChronoUnit.DAYS))) {
            byte[] late = sealedAtAnyTime(at);
            assertThat(SealCheck.of(late, ours).kind()).isEqualTo(SealVerdict.Kind.OUT_OF_TIME);
        }
    }

    @Test
    void everySealAndSignatureIsRefusedAfterTheEndAndBeforeTheBegin() {
        for (Instant at : List.of(END.plusSeconds(1), END.plus(400, ChronoUnit.DAYS))) {
            refuses(former, at, "seal-certificate-ended");
        }
        refuses(next, END.minus(31, ChronoUnit.DAYS), "seal-certificate-not-yet");
        SealKeys none = new SealKeys(null, "見本市", Clock.systemUTC());
        assertThat(none.state().kind()).isEqualTo(Kind.MISSING);
        assertThatThrownBy(none::sealer).isInstanceOf(Problem.class).hasMessage("seal-key-missing");
        assertThat(keys(former, END.minusSeconds(1)).sealer()).isNotNull();
    }

    @Test
    void theEndIsSeenSixtyDaysBefore() {
        assertThat(keys(former, END.minus(61, ChronoUnit.DAYS)).state().kind()).isEqualTo(Kind.VALID);
        SealState state = keys(former, END.minus(60, ChronoUnit.DAYS)).state();
        assertThat(state.kind()).isEqualTo(Kind.ENDING);
        assertThat(state.daysLeft()).isEqualTo(60);
        assertThat(state.ends()).isEqualTo("2026-03-31");
        assertThat(state.canSeal()).isTrue();
        assertThat(keys(former, END).state().canSeal()).as("to the last second").isTrue();
        assertThat(keys(next, END).state().mark()).isNotEqualTo(keys(former, END).state().mark());
    }

    private static void refuses(SealKey key, Instant at, String kind) {
        SealKeys keys = keys(key, at);
        assertThat(keys.state().canSeal()).isFalse();
        assertThatThrownBy(keys::sealer).isInstanceOf(Problem.class).hasMessage(kind);
        assertThatThrownBy(keys::certificate).isInstanceOf(Problem.class).hasMessage(kind);
        assertThatThrownBy(() -> keys.sign(new ToBeSigned(new byte[1]))).isInstanceOf(Problem.class).hasMessage(kind);
    }

    /** DSS, told not to look at the certificate. */
    private static byte[] sealedAtAnyTime(Instant at) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        PAdESService service = new PAdESService(verifier);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(former.certificate());
        parameters.setCertificateChain(former.chain());
        parameters.bLevel().setSigningDate(Date.from(at));
        InMemoryDocument document = new InMemoryDocument(printed.pdf());
        return DSSUtils.toByteArray(service.signDocument(document, parameters, former.sign(service.getDataToSign(document, parameters))));
    }

    private static SealKeys keys(SealKey key, Instant at) {
        return new SealKeys(key, "見本市", Clock.fixed(at, ZoneOffset.UTC));
    }

    private static SealKey key(String name, Instant begins, Instant ends) {
        Path file = folder.resolve(name);
        OwnKey.make(file, "drill".toCharArray(), "見本市", begins, ends);
        return SealKey.open(file, "drill".toCharArray());
    }

    private static SimpleReport validate(byte[] file, Instant at) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(former.certificate());
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        return validator.validateDocument().getSimpleReport();
    }
}
