package jp.michishirube.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.FileKind;
import jp.michishirube.upload.FileNames;
import jp.michishirube.upload.Upload;
import jp.michishirube.upload.UploadJudge;
import jp.michishirube.upload.UploadRefused;
import jp.michishirube.upload.Wanted;

/**
 * A file that goes with a message.
 *
 * @param type media type by its content
 */
record Attachment(String name, String type, byte[] bytes) {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Wanted WANTED = Wanted.paper(MOST_BYTES);
    private static final Map<FileKind, List<String>> ENDINGS = Map.of(FileKind.PDF, List.of("pdf"), FileKind.PNG, List.of("png"),
            FileKind.JPEG, List.of("jpg", "jpeg"));

    /**
     * @param name as the sender's computer calls it
     * @throws Problem {@code attachment-refused} (422): not PDF, PNG or JPEG by content, by a name that says something else, or as
     *                 {@code upload} says; {@code file-too-large} (413)
     */
    static Attachment check(UploadJudge judge, String name, byte[] bytes) {
        try {
            Upload file = judge.judge(bytes, WANTED);
            String plain = FileNames.plain(name);
            if (!ENDINGS.get(file.kind()).contains(plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                throw refused("attachment-lies");
            }
            return new Attachment(FileNames.safe(name, "file", file.kind()), file.kind().mediaType(), file.content());
        } catch (UploadRefused e) {
            throw switch (e.reason()) {
                case TOO_LARGE -> Problem.tooLarge("file-too-large");
                case NOT_SCANNED -> Problem.unavailable(e.reason().kind());
                case NOT_ACCEPTED, DAMAGED -> refused("attachment-kind");
                default -> refused(e.reason().kind());
            };
        }
    }

    private static Problem refused(String why) {
        return Problem.invalid("attachment-refused", List.of(new FieldProblem("attachment", why)));
    }
}
