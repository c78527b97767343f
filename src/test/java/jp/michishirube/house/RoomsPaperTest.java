package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rooms.md} is what the packages say of themselves, written by this test with {@code -Dwrite-papers=true}. A room that it does
 * not name fails.
 */
class RoomsPaperTest {

    private static final Path PAPER = Path.of("docs/rooms.md");
    private static final Path HOUSE = Path.of("src/main/java/jp/michishirube");
    private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern KNOWS = Pattern.compile("allowedDependencies = \\{([^}]*)}");

    @Test
    void everyRoomIsInThePaper() throws IOException {
        if (Boolean.getBoolean("write-papers")) {
            Files.writeString(PAPER, paper());
        }
        List<String> rooms = packages().stream().map(i -> HOUSE.relativize(i.getParent())).filter(r -> r.getNameCount() == 1).map(r -> "| **" + r + "** |").toList();
        assertThat(Files.readString(PAPER)).as("run with -Dwrite-papers=true").contains(rooms);
    }

    private static String paper() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Rooms

                One package per room below `jp.michishirube`; arrows run one way and `RoomsTest` keeps them so. A room lets others reach its public
                types, or, where it is divided into sub-rooms, those that carry `@NamedInterface` (`plan::versions` is the part `versions` of `plan`).
                Only `workflow` knows the engine. This page is written from the packages by
                `RoomsPaperTest` with `-Dwrite-papers=true`.

                | room | what lives there | may know |
                | --- | --- | --- |
                """);
        for (Path info : packages()) {
            String source = Files.readString(info);
            Path room = HOUSE.relativize(info.getParent());
            Matcher knows = KNOWS.matcher(source);
            boolean top = room.getNameCount() == 1;
            String may = !top ? "" : !knows.find() ? "all" : knows.group(1).isBlank() ? "nobody"
                    : Arrays.stream(knows.group(1).split(",")).map(k -> k.strip().replace("\"", "")).sorted().collect(Collectors.joining(", "));
            text.append("| ").append(top ? "**" + room + "**" : room.toString()).append(" | ").append(sentence(source)).append(" | ").append(may).append(" |\n");
        }
        return text.toString();
    }

    private static String sentence(String source) {
        Matcher doc = DOC.matcher(source);
        return !doc.find() ? "" : doc.group(1).replaceAll("\\n\\s*\\*", " ").replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", "").replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }

    private static List<Path> packages() {
        try (Stream<Path> all = Files.walk(HOUSE)) {
            return all.filter(f -> f.endsWith("package-info.java") && !f.getParent().equals(HOUSE)).sorted(Comparator.comparing(f -> f.getParent().toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
