package jp.michishirube.roster.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.file.Limits;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** From an upload to an import: a plain table, or a package from inside the closed network. */
@Component
class ReceiveUpload {

    private final ImportRoster importRoster;
    private final AcceptPackage packages;

    ReceiveUpload(ImportRoster importRoster, AcceptPackage packages) {
        this.importRoster = importRoster;
        this.packages = packages;
    }

    /**
     * @param kind     and {@code fullList}: for a table; a package says both of itself
     * @throws Problem {@code roster-file-missing}, or as {@link ImportRoster} and {@link AcceptPackage} say
     */
    long receive(MultipartFile upload, IntakeKind kind, boolean fullList, String source) {
        if (upload == null || upload.isEmpty()) {
            throw Problem.badRequest("roster-file-missing");
        }
        try (InputStream in = upload.getInputStream();
                UploadedFile file = UploadedFile.of(in, upload.getOriginalFilename(), Limits.DEFAULT.fileBytes())) {
            if (AcceptPackage.looksLikeOne(file.path())) {
                return packages.accept(file, source == null ? "" : source);
            }
            return importRoster.receive(file, kind, fullList, source == null ? "" : source, null);
        } catch (IOException e) {
            throw new UncheckedIOException("upload not readable", e);
        }
    }
}
