package jp.michishirube.evacuation.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.bench.Figures;
import jp.michishirube.organization.Person;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code sites.import}: a national list of 120,000 rows in one pass, the own municipality's 2,000 places checked and stored for the
 * confirmation, against reading the same CSV without storing anything, in turns.
 */
public final class SitesImportBench {

    private static final int ROWS = 120_000;
    private static final int OWN = 2_000;
    private static final int ROUNDS = 5;

    private SitesImportBench() {}

    public static void main(String[] args) throws Exception {
        Path csv = Files.createTempFile("national", ".csv");
        write(csv);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); HikariDataSource pool = pool(postgres)) {
            Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            measure(csv, jdbc, new TransactionTemplate(new JdbcTransactionManager(pool)));
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static void write(Path csv) throws IOException {
        try (Writer out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            out.write("\uFEFFNO,共通ID,都道府県名及び市町村名,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考\r\n");
            for (int i = 0; i < ROWS; i++) {
                boolean own = i % (ROWS / OWN) == 7;
                out.write(String.format(Locale.ROOT, "%d,E%s%05d201,%s,第%d公園,%s中央%d-%d,1,1,,1,,1,%s,,1,%.6f,%.6f,\r\n", i, own ? "99001" : "01100", i % 100_000,
                        own ? "みちしるべ市" : "北海道札幌市", i, own ? "みちしるべ市" : "北海道札幌市", i % 40, i % 13, i % 3 == 0 ? "1" : "",
                        own ? 37.5 : 43.0 + i % 100 / 1000.0, own ? 139.93 : 141.3 + i % 100 / 1000.0));
            }
        }
    }

    private static void measure(Path csv, JdbcTemplate jdbc, TransactionTemplate transaction) throws IOException {
        PlaceImportStore store = new PlaceImportStore(JdbcClient.create(jdbc), jdbc, new ObjectMapper().findAndRegisterModules());
        Person officer = new Person("bench", "bench", Set.of(), null, false);
        double[] ours = new double[ROUNDS];
        double[] base = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long start = System.nanoTime();
            bare(csv);
            long between = System.nanoTime();
            PlaceList.Counts counts = transaction.execute(t -> take(csv, store, officer));
            long end = System.nanoTime();
            if (counts.taken() != OWN || counts.rows() != ROWS) {
                throw new IllegalStateException("took " + counts);
            }
            if (round >= 0) {
                base[round] = (between - start) / 1e6;
                ours[round] = (end - between) / 1e6;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(base);
        double value = ours[ROUNDS / 2];
        double baseline = base[ROUNDS / 2];
        Figures.write("sites.import", value, "ms", baseline, value / baseline, ROWS + " rows in one pass, " + OWN
                + " own places stored; baseline reading the same CSV");
    }

    private static PlaceList.Counts take(Path csv, PlaceImportStore store, Person officer) {
        long id = store.begin(Instant.now(), officer, "national.csv");
        try (PlaceImportStore.Writer writer = store.writer(id)) {
            PlaceList.Counts counts = new PlaceList(new OwnMunicipality("990019", "みちしるべ市", List.of())).read(csv, writer::place, writer::problem);
            store.counted(id, counts);
            return counts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void bare(Path csv) throws IOException {
        int fields = 0;
        try (Reader reader = Files.newBufferedReader(csv)) {
            for (CSVRecord record : CSVFormat.RFC4180.parse(reader)) {
                fields += record.size();
            }
        }
        if (fields != 17 * (ROWS + 1)) {
            throw new IllegalStateException("read " + fields);
        }
    }
}
