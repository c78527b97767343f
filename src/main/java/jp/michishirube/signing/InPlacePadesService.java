package jp.michishirube.signing;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import java.util.HexFormat;

/**
 * Writes the signature into the gap of noughts that was left for it (ISO 32000-2, 12.8.1). DSS copies the whole file for that, byte by
 * byte through locked streams: half the time of a seal. What is not plain is left to DSS.
 */
final class InPlacePadesService extends PdfBoxSignatureService {

    InPlacePadesService() {
        super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
    }

    @Override
    public DSSDocument sign(DSSDocument document, byte[] cms, PAdESCommonParameters parameters) {
        DSSDocument prepared = parameters.getPdfSignatureCache().getToBeSignedDocument();
        if (prepared == null) {
            return super.sign(document, cms, parameters);
        }
        byte[] file = DSSUtils.toByteArray(prepared);
        int gap = gap(file, 2 * cms.length);
        if (gap < 0) {
            return super.sign(document, cms, parameters);
        }
        byte[] hex = HexFormat.of().formatHex(cms).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, file, gap, hex.length);
        parameters.reinit();
        return new InMemoryDocument(file, document.getName(), MimeTypeEnum.PDF);
    }

    /** @return where {@code <000…} with so many noughts begins after its bracket; -1 for none, or for more than one */
    private static int gap(byte[] file, int noughts) {
        int found = -1;
        for (int at = 1; at + noughts < file.length; at++) {
            if (file[at] == '0' && file[at - 1] == '<' && noughts(file, at) >= noughts) {
                if (found >= 0) {
                    return -1;
                }
                found = at;
            }
        }
        return found;
    }

    private static int noughts(byte[] file, int at) {
        int end = at;
        while (end < file.length && file[end] == '0') {
            end++;
        }
        return end - at;
    }
}
