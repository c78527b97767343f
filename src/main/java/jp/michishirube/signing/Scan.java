package jp.michishirube.signing;

import jp.michishirube.problem.Problem;
import jp.michishirube.upload.Upload;
import jp.michishirube.upload.UploadJudge;
import jp.michishirube.upload.UploadRefused;
import jp.michishirube.upload.Wanted;

/** The signed paper, scanned, as {@code upload} judges it. */
record Scan(String mediaType, byte[] content) {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    /**
     * @throws Problem {@code signing-scan-too-large} (413), {@code signing-scan-not-readable} (400) for anything but an openable PDF, JPEG
     *                 or PNG; {@code upload-…} for one that is locked, does more than show, or is refused by the city's scanner
     */
    static Scan of(UploadJudge judge, byte[] content) {
        try {
            Upload paper = judge.judge(content, Wanted.paper(MAX_BYTES));
            return new Scan(paper.kind().mediaType(), paper.content());
        } catch (UploadRefused e) {
            throw switch (e.reason()) {
                case TOO_LARGE -> Problem.tooLarge("signing-scan-too-large");
                case NOT_SCANNED -> Problem.unavailable(e.reason().kind());
                case NOT_ACCEPTED, DAMAGED -> Problem.badRequest("signing-scan-not-readable");
                default -> Problem.badRequest(e.reason().kind());
            };
        }
    }

    String fileName() {
        return "signed-paper." + switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/png" -> "png";
            default -> "jpg";
        };
    }
}
