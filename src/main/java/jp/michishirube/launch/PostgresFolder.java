package jp.michishirube.launch;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder in which a PostgreSQL keeps its data, judged before a server touches it: a server of another major waits its whole time
 * and says nothing.
 */
record PostgresFolder(Path path) {

    /** Of the PostgreSQL that the jar carries; a test holds the two together. */
    static final int MAJOR = 18;

    boolean isAbsent() throws IOException {
        if (!Files.isDirectory(path)) {
            return !Files.exists(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Whether making it was not finished: it lacks what the making writes last and never held anything. */
    boolean isHalfMade() {
        return !Files.exists(path.resolve("PG_VERSION")) || !Files.exists(control());
    }

    /**
     * @return the major, as 14 or 18
     * @throws StartRefused when this is no folder of a PostgreSQL, or a damaged one
     */
    int major() {
        try {
            int major = Integer.parseInt(Files.readString(path.resolve("PG_VERSION")).trim());
            if (Files.size(control()) > 0) {
                return major;
            }
            throw damaged();
        } catch (IOException | NumberFormatException e) {
            throw damaged();
        }
    }

    /** @return the number that PostgreSQL gives each installation when it is made; the first thing in its control file */
    String identity() throws IOException {
        try (DataInputStream control = new DataInputStream(Files.newInputStream(control()))) {
            return Long.toUnsignedString(Long.reverseBytes(control.readLong()));
        }
    }

    private Path control() {
        return path.resolve("global").resolve("pg_control");
    }

    private StartRefused damaged() {
        return new StartRefused("フォルダー " + path + " は PostgreSQL のデータではないか、壊れています。控え（バックアップ）から戻すか、フォルダーを別の場所へ移してから起動してください。何も変更していません。 / "
                + "The folder " + path + " holds no data of a PostgreSQL, or damaged ones: bring it back from a backup or move it away. "
                + "Nothing in it was changed.");
    }

    static StartRefused newer(Path path, int found) {
        return new StartRefused("フォルダー " + path + " は新しい PostgreSQL " + found + " のデータで、この道しるべの PostgreSQL " + MAJOR
                + " では開けません。それを作った新しい版の道しるべで起動してください。何も変更していません。 / The folder " + path + " is of PostgreSQL " + found
                + ", newer than this product's " + MAJOR + ": start the newer version of the product that made it. Nothing in it was changed.");
    }

    static StartRefused older(Path path, int found) {
        return new StartRefused("フォルダー " + path + " は古い PostgreSQL " + found + " のデータです（この道しるべは " + MAJOR
                + "）。`./mvnw -Ptake-over spring-boot:run` で起動すると引き継ぎます。jar で動かすときは `./mvnw -Ptake-over -DskipTests package` が作る target/take-over/"
                + OldBinaries.fileName(found) + " を " + path.getParent() + " に置いてから起動してください。何も変更していません。 / The folder " + path
                + " is of the older PostgreSQL " + found + " (this product has " + MAJOR + "): `./mvnw -Ptake-over spring-boot:run` takes it over; "
                + "to run the jar, lay target/take-over/" + OldBinaries.fileName(found)
                + ", made by `./mvnw -Ptake-over -DskipTests package`, into " + path.getParent() + " first. Nothing in it was changed.");
    }

    static StartRefused foreign(Path path) {
        return new StartRefused("フォルダー " + path + " は別の道しるべ（または別の PostgreSQL）から持ち込まれたものです。元のフォルダーに戻すか、持ち込んだものを使うときは "
                + path.getParent() + " を丸ごと写してください。何も変更していません。 / The folder " + path
                + " came from another installation: put the former one back, or copy the whole of " + path.getParent()
                + " when you mean to use the other. Nothing in it was changed.");
    }
}
