package jp.michishirube.evacuation.danger;

import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import jp.michishirube.upload.UploadRefused;
import jp.michishirube.upload.Wanted;

/** A camera's photo of a danger spot, made small and anonymous by {@code upload}. */
final class DangerPhoto {

    private static final long MAX_BYTES = 20L << 20;
    private static final long MAX_PIXELS = 40_000_000;
    private static final int LONGER_SIDE = 1600;

    private DangerPhoto() {}

    /** @throws Problem {@code photo-unreadable}, {@code photo-too-large} with the megapixels allowed, {@code upload-…} */
    static byte[] shrunk(UploadJudge judge, byte[] photo) {
        try {
            return judge.judge(photo, Wanted.photo(MAX_BYTES, MAX_PIXELS, LONGER_SIDE)).content();
        } catch (UploadRefused e) {
            throw switch (e.reason()) {
                case TOO_LARGE -> Problem.tooLarge("file-too-large");
                case TOO_MANY_PIXELS -> Problem.tooLarge("photo-too-large", MAX_PIXELS / 1_000_000);
                case NOT_SCANNED -> Problem.unavailable(e.reason().kind());
                case NOT_ACCEPTED, DAMAGED -> Problem.badRequest("photo-unreadable");
                default -> Problem.badRequest(e.reason().kind());
            };
        }
    }
}
