package jp.michishirube.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.util.FileSystemUtils;

/** Many PDFs joined into one, in a folder of its own that goes with it: none of them is held in memory. */
final class PrintedFile implements AutoCloseable {

    private final Path folder;
    private final List<Path> parts = new ArrayList<>();

    PrintedFile() throws IOException {
        folder = Files.createTempDirectory("print");
    }

    void add(byte[] pdf) throws IOException {
        parts.add(Files.write(folder.resolve(parts.size() + ".pdf"), pdf));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void join() throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        for (Path part : parts) {
            merger.addSource(part.toFile());
        }
        merger.setDestinationFileName(whole().toString());
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }

    InputStream open() throws IOException {
        return Files.newInputStream(whole());
    }

    long length() throws IOException {
        return Files.size(whole());
    }

    private Path whole() {
        return folder.resolve("whole.pdf");
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
