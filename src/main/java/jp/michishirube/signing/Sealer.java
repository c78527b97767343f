package jp.michishirube.signing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.time.Instant;
import java.util.Date;
import jp.michishirube.document.Printed;

/**
 * Puts the municipality's seal on a PDF: PAdES-BASELINE-B, offline. The first revision carries the empty field for the signature and
 * allows only annotations and signing afterwards; the second fills that field and is sealed again (docs/adr: signature after seal).
 */
final class Sealer {

    static final String FIELD = "ResidentSignature";

    /** Named here: DSS else looks through the whole class path for it at each step of each signature. */
    private static final IPdfObjFactory PDF = new PdfBoxNativeObjectFactory() {
        @Override
        public PDFSignatureService newPAdESSignatureService() {
            return new InPlacePadesService();
        }
    };

    private static final ClassLoader SERVICES = new KnownServices(Sealer.class.getClassLoader());

    private final SealKey key;
    private final String sealName;

    Sealer(SealKey key, String sealName) {
        this.key = key;
        this.sealName = sealName;
    }

    byte[] seal(Printed printed, String reason, Instant at) {
        DSSDocument document = new InMemoryDocument(printed.pdf(), "plan.pdf", MimeTypeEnum.PDF);
        PAdESService service = service();
        if (printed.signature() != null) {
            document = service.addNewSignatureField(document, field(printed.signature()));
        }
        PAdESSignatureParameters parameters = parameters(reason, at);
        parameters.setPermission(CertificationPermission.CHANGES_PERMITTED);
        return sign(service, document, parameters);
    }

    /**
     * @param picture the signature with its circumstances, as PNG; drawn into the field
     * @param box     where the field is; null when the template had no place for it, then the reason alone tells
     */
    byte[] sealSignature(byte[] sealed, byte[] picture, Printed.Box box, String reason, Instant at) {
        PAdESService service = service();
        PAdESSignatureParameters parameters = parameters(reason, at);
        if (box != null) {
            SignatureFieldParameters existing = new SignatureFieldParameters();
            existing.setFieldId(FIELD);
            SignatureImageParameters image = new SignatureImageParameters();
            image.setImage(new InMemoryDocument(picture, "signature.png", MimeTypeEnum.PNG));
            image.setFieldParameters(existing);
            parameters.setImageParameters(image);
        }
        return sign(service, new InMemoryDocument(sealed, "plan.pdf", MimeTypeEnum.PDF), parameters);
    }

    private static PAdESService service() {
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(PDF);
        return service;
    }

    private PAdESSignatureParameters parameters(String reason, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.certificate());
        parameters.setCertificateChain(key.chain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSignerName(sealName);
        parameters.setReason(reason);
        parameters.setAppName("Michishirube");
        return parameters;
    }

    private byte[] sign(PAdESService service, DSSDocument document, PAdESSignatureParameters parameters) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SERVICES);
        try {
            return DSSUtils.toByteArray(service.signDocument(document, parameters, key.sign(service.getDataToSign(document, parameters))));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static SignatureFieldParameters field(Printed.Box box) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setFieldId(FIELD);
        field.setPage(box.page());
        field.setOriginX((float) box.x());
        field.setOriginY((float) box.y());
        field.setWidth((float) box.w());
        field.setHeight((float) box.h());
        return field;
    }
}
