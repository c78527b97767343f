package jp.michishirube.testing;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/**
 * A PostgreSQL that is installed on the machine, in the place of the embedded one: the whole suite on another major, with
 * {@code -Dpostgres.home=/usr/lib/postgresql/15}.
 *
 * @param home folder with {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}
 */
record InstalledPostgres(Path home) implements PgBinaryResolver {

    InstalledPostgres {
        if (!Files.isExecutable(home.resolve("bin").resolve("initdb"))) {
            throw new IllegalStateException("postgres.home: no PostgreSQL in " + home);
        }
    }

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(archive))) {
            for (String program : List.of("initdb", "pg_ctl", "postgres")) {
                byte[] script = ("#!/bin/sh\nexec " + home.resolve("bin").resolve(program) + " \"$@\"\n").getBytes(StandardCharsets.US_ASCII);
                TarArchiveEntry entry = new TarArchiveEntry("bin/" + program);
                entry.setSize(script.length);
                entry.setMode(0755);
                tar.putArchiveEntry(entry);
                tar.write(script);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(archive.toByteArray());
    }
}
