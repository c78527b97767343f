package jp.michishirube.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** Writes a figure as one JSON line to {@code target/bench/<file>.jsonl} and to the screen. */
public final class Figures {

    private Figures() {}

    /**
     * @param ratio the quantity that is bounded: 0.41 of a rate, 1.8 times a time
     * @param note  what was measured against what
     */
    public static void write(String name, double value, String unit, double baseline, double ratio, String note) {
        String line = String.format(Locale.ROOT, "{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"baseline\":%.4f,\"ratio\":%.3f,\"note\":\"%s\"}%n",
                name, value, unit, baseline, ratio, note);
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), line, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(line);
    }

    static Path file(String name) {
        return Path.of("target/bench", name + ".jsonl");
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
