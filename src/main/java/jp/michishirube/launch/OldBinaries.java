package jp.michishirube.launch;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.springframework.core.env.Environment;

/**
 * The PostgreSQL of an older major, in a small jar of its own beside the product's: only who takes an old folder over needs it.
 *
 * @param jar as the Maven profile {@code take-over} leaves it
 */
record OldBinaries(Path jar) implements PgBinaryResolver {

    static String fileName(int major) {
        return "michishirube-take-over-" + major + ".jar";
    }

    /** @return the jar that the setting {@code michishirube.take-over} names, else the one in the data folder, if there is one for that major */
    static Optional<OldBinaries> find(Environment settings, Path home, int major) {
        Path named = Path.of(settings.getProperty("michishirube.take-over", home.resolve(fileName(major)).toString()));
        return named.getFileName().toString().equals(fileName(major)) && Files.isRegularFile(named)
                ? Optional.of(new OldBinaries(named)) : Optional.empty();
    }

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        String start = "postgres-" + system.toLowerCase(Locale.ROOT) + "-";
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith(start) && entry.getName().endsWith(".txz")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        return new ByteArrayInputStream(in.readAllBytes());
                    }
                }
            }
        }
        throw new FileNotFoundException(jar + " holds no PostgreSQL for " + system + " " + machine);
    }
}
