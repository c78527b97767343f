package jp.michishirube.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The product as README starts it, in a JVM of its own, which can be killed: with its embedded PostgreSQL and its sandbox. */
final class StartedProduct implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger(15_000 + 5_000 * Integer.getInteger("fork", 1));

    private final Path home;
    private final List<String> more;
    private final int port = free();
    private final int sandboxPort = free();
    private final int smtpPort = free();
    private Process process;

    /** @param more settings for each start */
    StartedProduct(Path home, String... more) {
        this.home = home;
        this.more = List.of(more);
    }

    /** @param database JDBC address of an operator's own PostgreSQL, whose roles are as docs/operations.md has them */
    static StartedProduct on(String database, Path home) {
        return new StartedProduct(home, "--spring.datasource.url=" + database, "--spring.datasource.username=michishirube_app",
                "--spring.datasource.password=", "--spring.flyway.user=michishirube_owner", "--spring.flyway.password=");
    }

    String address() {
        return "http://localhost:" + port;
    }

    String sandbox() {
        return "http://localhost:" + sandboxPort;
    }

    /** Everything it has printed. */
    String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return home.resolve("product.log");
    }

    /** @return all it says where it cannot start with these settings */
    String refusal(String... settings) {
        try {
            launch(settings);
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() == 0) {
                throw new AssertionError("not refused: " + said());
            }
            return said();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void start() {
        try {
            launch();
            long boxes = boxes(log());
            untilStarted(boxes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without waiting for it; {@link #untilStarted} does. */
    void begin() {
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param boxes with which earlier starts have ended */
    void untilStarted(long boxes) {
        Path log = log();
        try {
            for (int i = 0; i < 12_000 && boxes(log) == boxes; i++) {
                if (!process.isAlive()) {
                    throw new AssertionError("did not start: " + Files.readString(log));
                }
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void launch(String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
                "jp.michishirube.Michishirube", "--spring.profiles.active=demo", "--server.port=" + port,
                "--michishirube.sandbox.port=" + sandboxPort, "--michishirube.sandbox.smtp-port=" + smtpPort,
                "--michishirube.data-dir=" + home.resolve("data")));
        command.addAll(more);
        command.addAll(List.of(settings));
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    }

    private static long boxes(Path log) throws IOException {
        return Files.readAllLines(log).stream().filter(l -> l.startsWith("| Cockpit")).count();
    }

    /** SIGKILL for the product; as in a power cut for its database too. */
    void kill(boolean databaseToo) {
        process.destroyForcibly();
        if (databaseToo) {
            ProcessHandle.of(Long.parseLong(postmaster().get(0).trim())).ifPresent(ProcessHandle::destroyForcibly);
        }
        process.onExit().join();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:" + postmaster().get(3).trim() + "/michishirube",
                "postgres", "postgres"));
    }

    private List<String> postmaster() {
        try {
            return Files.readAllLines(home.resolve("data").resolve("postgres").resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below what the machine gives to callers by itself, and each once: between looking and starting another test may take a port. */
    private static int free() {
        while (true) {
            int port = NEXT.getAndIncrement();
            try (ServerSocket any = new ServerSocket(port)) {
                return any.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
