package jp.michishirube.upload;

import java.io.IOException;
import jp.michishirube.upload.UploadRefused.Reason;
import org.springframework.stereotype.Component;

/** The one judge of all that people upload to be kept and shown: papers, photos, attachments. */
@Component
public class UploadJudge {

    private final MalwareScanner scanner;

    public UploadJudge(MalwareScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * @return the file as it may be kept
     * @throws UploadRefused with the reason
     */
    public Upload judge(byte[] content, Wanted wanted) {
        Upload upload = look(content, wanted);
        scanner.scan(content);
        return upload;
    }

    /** Whether the file is to be read as a picture; a picture that cannot be read is told as such by {@link #judge}. */
    public static boolean isPicture(byte[] content) {
        return FileKind.isHeif(content) || FileKind.of(content).filter(kind -> kind != FileKind.PDF).isPresent();
    }

    /** The same without the scanner: for a check whose file {@link #judge} takes afterwards. */
    public static Upload look(byte[] content, Wanted wanted) {
        if (content.length > wanted.bytes()) {
            throw new UploadRefused(Reason.TOO_LARGE);
        }
        FileKind kind = FileKind.of(content).filter(wanted.kinds()::contains)
                .orElseThrow(() -> new UploadRefused(FileKind.isHeif(content) ? Reason.HEIF : Reason.NOT_ACCEPTED));
        if (kind == FileKind.PDF) {
            return new Upload(kind, SafePdf.clean(content));
        }
        try {
            FileKind kept = kind == FileKind.PNG && wanted.keepPng() ? FileKind.PNG : FileKind.JPEG;
            return new Upload(kept, CleanPicture.of(content, kind, kept, wanted));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException | NegativeArraySizeException e) {
            throw new UploadRefused(Reason.DAMAGED);
        }
    }
}
