package jp.michishirube.roster.intake;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.Product;
import jp.michishirube.bench.Figures;
import jp.michishirube.launch.Outside;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.mapping.Mapping;
import jp.michishirube.roster.mapping.Use;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code roster.intake.rate}: rows a second of a vendor's list with joined columns and tables of codes, from confirmation to the last case, on the whole product; baseline the starts a second of the
 * bare engine with the same model, before and after, also by one thread on the same PostgreSQL.
 * {@code roster.intake.heap}: the most heap in use after a collection during check and run; baseline the same in the first tenth.
 */
public final class RosterIntakeBench {

    private static final String[] AREAS = {"青葉町", "若草町", "川端町", "桜木町", "山手町"};

    /** A vendor's own list: three columns make the address, five speak in codes. Which of their columns makes which of our values. */
    private static final Map<String, String> TARGETS = new LinkedHashMap<>();
    private static final Map<String, Map<String, String>> CODES = Map.of("男女", Map.of("1", "MALE", "2", "FEMALE"),
            "介護度", Map.of("21", "CARE1", "22", "CARE2", "23", "CARE3", "24", "CARE4", "25", "CARE5"), "独居区分", Map.of("0", "NO", "1", "YES"),
            "浸水", Map.of("0", "NONE", "3", "D3"), "事業所", Map.of("AOBA", "AOBA"));

    static {
        String[] all = {"宛名番号", "cityNumber", "漢字氏名", "name", "カナ氏名", "kana", "誕生日", "birthDate", "男女", "sex", "住所１", "address", "住所２", "address", "方書", "address",
            "町内会", "area", "介護度", "careLevel", "独居区分", "livingAlone", "浸水", "hazardFlood", "事業所", "office"};
        for (int i = 0; i < all.length; i += 2) {
            TARGETS.put(all[i], all[i + 1]);
        }
    }

    private RosterIntakeBench() {}

    /** {@code -Dbench.rows} residents (100,000). */
    public static void measure() throws Exception {
        int rows = Integer.getInteger("bench.rows", 100_000);
        int starts = Math.max(500, Math.min(5_000, rows / 4));
        Outside outside = Outside.start(0, 0, "http://localhost:8080");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); HikariDataSource bare = pool(postgres)) {
            List<String> settings = new ArrayList<>(outside.settings());
            settings.addAll(List.of("--server.port=0", "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--michishirube.data-dir=target/bench-data"));
            try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).profiles("demo")
                    .run(settings.toArray(String[]::new)); BareEngine engine = new BareEngine(bare)) {
                engine.rate(200);
                intake(product, file(300, 0), 300);
                double before = engine.rate(starts);
                Heap heap = new Heap();
                double ours = intake(product, file(rows, 1_000_000), rows);
                heap.stop();
                double after = engine.rate(starts);
                double baseline = (before + after) / 2;
                Figures.write("roster.intake.rate", ours, "rows/s", baseline, ours / baseline, rows + " rows, one worker; baseline bare engine, one thread");
                Figures.write("roster.intake.heap", heap.most(), "MB", heap.early(), heap.most() / heap.early(), "live heap while checking and running");
            }
        } finally {
            outside.close();
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database bare");
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "bare"));
        pool.setMaximumPoolSize(4);
        return pool;
    }

    private static Path file(int rows, int from) throws Exception {
        Path file = Files.createTempFile("roster-bench", ".csv");
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(String.join(",", TARGETS.keySet()) + "\r\n");
            for (int i = from; i < from + rows; i++) {
                String area = AREAS[i % AREAS.length];
                csv.write("B%07d,髙橋 %c%c,タカハシ ダイ,昭和%d年%d月%d日,%d,みちしるべ市%s,%d丁目%d番%d号,%s,%s,2%d,%d,%d,%s\r\n".formatted(i, 0x4E00 + i % 9000, 0x4E00 + i / 9000,
                        5 + i % 40, 1 + i % 12, 1 + i % 28, 1 + i % 2, area, 1 + i % 9, 1 + i % 30, 1 + i % 20, i % 7 == 0 ? "青葉荘 " + i % 300 : "", area, 1 + i % 5,
                        i % 3 == 0 ? 1 : 0, i % 4 == 0 ? 3 : 0, i % 2 == 0 ? "AOBA" : ""));
            }
        }
        return file;
    }

    /** @return rows a second, from the confirmation to the end */
    private static double intake(ConfigurableApplicationContext product, Path csv, int rows) throws Exception {
        long begin = System.nanoTime();
        long id;
        try (InputStream in = Files.newInputStream(csv); UploadedFile file = UploadedFile.of(in, "bench.csv", Long.MAX_VALUE)) {
            id = product.getBean(ImportRoster.class).receive(file, IntakeKind.RESIDENTS, false, "ベンチ", null);
        }
        agree(product, id);
        System.out.printf("received in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        await(product, id, IntakeState.READY);
        System.out.printf("checked in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        long confirmed = System.nanoTime();
        product.getBean(ConfirmImport.class).confirm(id, false);
        Intake done = await(product, id, IntakeState.DONE);
        if (done.applied() != rows) {
            throw new IllegalStateException("only " + done.applied() + " of " + rows);
        }
        return rows / ((System.nanoTime() - confirmed) / 1e9);
    }

    /** What a person does on the pages, the first time alone. */
    private static void agree(ConfigurableApplicationContext product, long id) {
        Intake intake = product.getBean(Intakes.class).get(id);
        if (intake.state() != IntakeState.MAPPING) {
            return;
        }
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < intake.header().size(); i++) {
            uses.add(new Use(i, intake.header().get(i), TARGETS.get(intake.header().get(i)), CODES.getOrDefault(intake.header().get(i), Map.of())));
        }
        MapColumns map = product.getBean(MapColumns.class);
        map.columns(id, new Mapping(uses, List.of(), false, false), "ベンチ");
        if (product.getBean(Intakes.class).get(id).state() == IntakeState.MAPPING) {
            map.codes(id, uses.stream().filter(u -> !u.codes().isEmpty()).collect(Collectors.toMap(Use::column, Use::codes)));
        }
    }

    private static Intake await(ConfigurableApplicationContext product, long id, IntakeState state) throws InterruptedException {
        Intakes intakes = product.getBean(Intakes.class);
        while (intakes.get(id).state() != state) {
            Thread.sleep(100);
        }
        return intakes.get(id);
    }

    /** Looks at the heap right after collections, twice a second. */
    private static final class Heap implements Runnable {

        private final List<Long> seen = new ArrayList<>();
        private final Thread thread = new Thread(this, "heap");

        Heap() {
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void run() {
            while (!Thread.currentThread().isInterrupted()) {
                long live = java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getCollectionUsage() != null)
                        .mapToLong(p -> p.getCollectionUsage().getUsed()).sum();
                if (live > 0) {
                    synchronized (seen) {
                        seen.add(live);
                    }
                }
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        void stop() {
            thread.interrupt();
        }

        double most() {
            synchronized (seen) {
                return seen.stream().mapToLong(Long::longValue).max().orElse(0) / 1048576.0;
            }
        }

        double early() {
            synchronized (seen) {
                return seen.subList(0, Math.max(1, seen.size() / 10)).stream().mapToLong(Long::longValue).max().orElse(0) / 1048576.0;
            }
        }
    }
}
