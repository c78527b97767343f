package jp.michishirube.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file beside the PostgreSQL folder that says the folder is whole and which installation's it is (see
 * {@link PostgresFolder#identity()}). Former builds left it empty.
 */
record Marker(Path file) {

    boolean exists() {
        return Files.exists(file);
    }

    boolean allows(String identity) throws IOException {
        if (!exists()) {
            return true;
        }
        String known = Files.readString(file).trim();
        return known.isEmpty() || known.equals(identity);
    }

    void write(String identity) throws IOException {
        Files.writeString(file, identity);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
