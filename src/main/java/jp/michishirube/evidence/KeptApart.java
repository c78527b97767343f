package jp.michishirube.evidence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import jp.michishirube.signing.CitySeal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of the sealed days, a file each: {@code 2026-11-30.txt} with the head, its seal and the seal's certificate. */
@Component
class KeptApart {

    private final Path folder;

    KeptApart(@Value("${michishirube.evidence.folder:${michishirube.data-dir}/evidence}") String folder) {
        this.folder = Path.of(folder);
    }

    Path folder() {
        return folder;
    }

    /** Whole or not at all, and never over one that is there: that would be the hand of somebody who made the chain anew. */
    void write(DayHead head, CitySeal.Sealed seal) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(head.day() + ".txt");
        if (Files.exists(file)) {
            return;
        }
        Path half = folder.resolve(head.day() + ".part");
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(half, head.line() + "\n" + base64.encodeToString(seal.signature()) + "\n" + base64.encodeToString(seal.certificate()) + "\n");
        try {
            Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(half);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
