package jp.michishirube.launch;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL as an operator has one, with all its tools: the one that is installed, else the distribution's package when root. Where
 * there is none the tests fail: they are never skipped.
 */
public final class OutsideServer implements AutoCloseable {

    private final Path bin;
    private final Path data;
    private final int port;
    private boolean killed;

    public OutsideServer(Path data) throws Exception {
        this(data, null);
    }

    /** @param primary that this server follows as its standby; null for a primary */
    private OutsideServer(Path data, OutsideServer primary) throws Exception {
        this.bin = bin();
        this.data = data;
        try (ServerSocket any = new ServerSocket(0)) {
            this.port = any.getLocalPort();
        }
        run(Map.of(), primary == null ? asNobody("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "-D", data.toString())
                : asNobody("pg_basebackup", "-h", "localhost", "-p", String.valueOf(primary.port), "-U", "postgres", "-c", "fast", "-R", "-D", data.toString()));
        run(Map.of(), asNobody("pg_ctl", "-D", data.toString(), "-w", "-t", "120", "-l", data + ".log", "-o",
                "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories=", "start"));
    }

    /** A second server that follows this one; from now on this one acknowledges only what the other has too. */
    public OutsideServer standby(Path folder) throws Exception {
        OutsideServer standby = new OutsideServer(folder, this);
        JdbcClient admin = JdbcClient.create(database("postgres", "postgres"));
        admin.sql("alter system set synchronous_standby_names = '*'").update();
        admin.sql("select pg_reload_conf()").query(Boolean.class).single();
        for (int i = 0; i < 300 && admin.sql("select count(*) from pg_stat_replication where sync_state = 'sync'").query(Integer.class).single() == 0; i++) {
            Thread.sleep(100);
        }
        return standby;
    }

    public void promote() throws Exception {
        run(Map.of(), asNobody("pg_ctl", "-D", data.toString(), "-w", "-t", "60", "promote"));
    }

    /** As when the machine loses its power. */
    public void kill() throws IOException {
        killed = true;
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim())).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** The three roles and the product's empty database, as docs/operations.md says it. */
    public void makeRoles() {
        JdbcClient admin = JdbcClient.create(database("postgres", "postgres"));
        List.of("create role michishirube_owner login", "create role michishirube_app login noinherit", "create role michishirube_eraser",
                "grant michishirube_eraser to michishirube_app",
                "create database michishirube owner michishirube_owner encoding 'UTF8' template template0").forEach(s -> admin.sql(s).update());
    }

    public int port() {
        return port;
    }

    public DriverManagerDataSource database(String name, String user) {
        return new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/" + name, user, "");
    }

    /** What the tools of PostgreSQL read, with this server's tools before any others. */
    Map<String, String> environment(String database) {
        return Map.of("PGHOST", "localhost", "PGPORT", String.valueOf(port), "PGDATABASE", database, "PGUSER", "michishirube_owner",
                "PATH", bin + ":" + System.getenv("PATH"));
    }

    /** @return exit status and all that was said */
    record Said(int exit, String text) {}

    static Said script(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static void run(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(600, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }

    /** PostgreSQL does not run as root. */
    private List<String> asNobody(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("unshare", "-U") : List.of());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path bin() throws Exception {
        if (installed() == null && isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run(Map.of(), List.of("apt-get", "update", "-q"));
            run(Map.of("DEBIAN_FRONTEND", "noninteractive"), List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", "postgresql"));
        }
        Path found = installed();
        if (found == null) {
            throw new IllegalStateException("No PostgreSQL with its tools (initdb, pg_dump, pg_restore, psql) is installed: install the distribution's package.");
        }
        return found;
    }

    private static Path installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                return found.map(v -> v.resolve("bin")).filter(b -> Files.isExecutable(b.resolve("initdb"))).sorted().reduce((a, b) -> b).orElse(null);
            }
        }
        return Stream.of(System.getenv("PATH").split(":")).map(Path::of).filter(b -> Files.isExecutable(b.resolve("initdb"))).findFirst().orElse(null);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() throws Exception {
        if (killed) {
            return;
        }
        run(Map.of(), asNobody("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "120", "stop"));
    }
}
