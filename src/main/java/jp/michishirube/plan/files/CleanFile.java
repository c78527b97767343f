package jp.michishirube.plan.files;

import java.util.List;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.FileKind;
import jp.michishirube.upload.FileNames;
import jp.michishirube.upload.Upload;
import jp.michishirube.upload.UploadJudge;
import jp.michishirube.upload.UploadRefused;
import jp.michishirube.upload.Wanted;

/**
 * An uploaded file as it may be kept at a field.
 *
 * @param mediaType of the content kept
 */
public record CleanFile(String name, String mediaType, byte[] content) {

    public static final int LARGEST = 20 * 1024 * 1024;
    /** 100 megapixels: beyond, even counting rows costs too much. */
    private static final long MOST_PIXELS = 100_000_000;

    /**
     * @param source  of the field: only where any file may come, a document may
     * @param longest pixels on the longer side of a picture
     */
    public static CleanFile of(UploadJudge judge, FieldKind.Source source, String address, String name, byte[] bytes, int longest) {
        boolean document = source == FieldKind.Source.ANY;
        try {
            Upload upload = judge.judge(bytes, document ? Wanted.photoOrDocument(LARGEST, MOST_PIXELS, longest) : Wanted.photo(LARGEST, MOST_PIXELS, longest));
            String otherwise = upload.kind() == FileKind.PDF ? "file" : "photo";
            return new CleanFile(FileNames.safe(name, otherwise, upload.kind()), upload.kind().mediaType(), upload.content());
        } catch (UploadRefused e) {
            throw switch (e.reason()) {
                case TOO_LARGE -> Problem.tooLarge("file-too-large");
                case NOT_SCANNED -> Problem.unavailable(e.reason().kind());
                case HEIF -> wrong(address, "heic-picture");
                case TOO_MANY_PIXELS -> wrong(address, "picture-too-large");
                case NOT_ACCEPTED, DAMAGED -> wrong(address, document ? "not-accepted-file" : "not-a-picture");
                default -> wrong(address, e.reason().kind());
            };
        }
    }

    private static Problem wrong(String address, String kind) {
        return Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(address, kind)));
    }
}
