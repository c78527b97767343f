package jp.michishirube.roster.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.CorrectCase;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.assign.CurrentAssignmentRule;
import jp.michishirube.roster.entry.ActOnCase;
import jp.michishirube.roster.entry.AddressChanged;
import jp.michishirube.roster.entry.CorrectEntry;
import jp.michishirube.roster.entry.Entries;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.LeftRoster;
import jp.michishirube.roster.entry.RosterWork;
import jp.michishirube.roster.mapping.Mapping;
import jp.michishirube.roster.mapping.Use;
import jp.michishirube.roster.priority.Priority;
import jp.michishirube.roster.priority.PriorityRules;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The room's use cases on a real PostgreSQL with the case room played by a table, so that a crash can be put at any place. Seconds instead
 * of the whole product.
 */
final class RosterFixture implements AutoCloseable {

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final JdbcClient jdbc;
    final Played played;
    final RosterWorker worker;
    /** A table of priority that cannot be computed for these facts; by default every one can. */
    Predicate<Map<String, Object>> brokenFor = facts -> false;
    final Intakes intakes;
    private final EmbeddedPostgres postgres;

    RosterFixture() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            DataSource dataSource = pooled(postgres);
            Path override = Files.createTempDirectory("forms");
            Files.createDirectories(override.resolve("forms/000000"));
            Files.writeString(override.resolve("forms/000000/municipality.yaml"), "code: '000000'\n");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
                    "michishirube.municipality", "000000", "michishirube.override-dir", override.toString(), "michishirube.roster.poll-millis", "100000")));
            context.registerBean(DataSource.class, () -> dataSource);
            context.register(Setup.class, Class.forName("jp.michishirube.municipality.MunicipalityConfiguration"), Offices.class, Intakes.class,
                    Sources.class, Sheets.class, StartCheck.class, Outcomes.class, PreviewNotes.class, RosterWork.class, ImportRoster.class, MapColumns.class, CheckRows.class, CompareResidents.class,
                    CompareOthers.class, FinishCheck.class, ConfirmImport.class, CancelImport.class, DecideDoubt.class, Entries.class,
                    CurrentAssignmentRule.class, ActOnCase.class, ApplyResidents.class, ApplyOthers.class, ApplyRows.class, Handovers.class, CorrectEntry.class, StillWorker.class);
            context.registerBean(PriorityRules.class, () -> new Ranks());
            context.refresh();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        jdbc = context.getBean(JdbcClient.class);
        played = context.getBean(Played.class);
        worker = context.getBean(RosterWorker.class);
        intakes = context.getBean(Intakes.class);
    }

    private static DataSource pooled(EmbeddedPostgres postgres) {
        com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(6);
        try (var connection = pool.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new FileSystemResource("src/test/resources/roster/stage.sql"));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V200__roster.sql"));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V201__ranking.sql"));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V210__roster_mapping.sql"));
            // whole: the statement separator of the function's body is not one of ours
            try (var statement = connection.createStatement()) {
                statement.execute(new ClassPathResource("db/migration/V211__roster_values.sql").getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (java.sql.SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return pool;
    }

    void empty() {
        jdbc.sql("truncate roster.intake, roster.intake_sheet, roster.correction, roster.source, roster.raw_row, roster.intake_row, roster.entry, roster.handover, casefile.casefile")
                .update();
        played.calm();
        brokenFor = facts -> false;
    }

    private final class Ranks implements PriorityRules {

        @Override
        public Priority of(Map<String, Object> facts) {
            if (brokenFor.test(facts)) {
                throw new IllegalStateException("FEEL/SCALA-01008");
            }
            return Priority.NONE;
        }

        @Override
        public String version() {
            return "fixture";
        }
    }

    long receive(String csv) {
        return receive(csv, IntakeKind.RESIDENTS, true, "");
    }

    long receive(String csv, IntakeKind kind, boolean full, String source) {
        try (UploadedFile file = UploadedFile.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "名簿.csv", 1 << 30)) {
            return context.getBean(ImportRoster.class).receive(file, kind, full, source, null);
        }
    }

    /** Receives and checks. */
    Intake preview(String csv) {
        return check(receive(csv));
    }

    Intake check(long id) {
        worker.runAll();
        return intakes.get(id);
    }

    Intake confirm(Intake intake, boolean gone) {
        if (!context.getBean(ConfirmImport.class).confirm(intake.id(), gone)) {
            throw new IllegalStateException("checked again");
        }
        worker.runAll();
        return intakes.get(intake.id());
    }

    long cases() {
        return jdbc.sql("select count(*) from casefile.casefile").query(Long.class).single();
    }

    /** Their columns in order, each for one of our keys; empty for one that is not used. */
    static Mapping uses(String... targets) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            uses.add(new Use(i, "", targets[i], Map.of()));
        }
        return new Mapping(uses, List.of(), false, false);
    }

    static String csv(String header, String... rows) {
        return header + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    @Override
    public void close() {
        DataSource pool = context.getBean(DataSource.class);
        context.close();
        try {
            ((com.zaxxer.hikari.HikariDataSource) pool).close();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works only when told to. */
    static class StillWorker extends RosterWorker {

        StillWorker(Intakes intakes, CheckRows check, FinishCheck finishCheck, ApplyRows apply, RosterWork work) {
            super(intakes, check, finishCheck, apply, null, work, 100_000);
        }

        @Override
        public boolean isAutoStartup() {
            return false;
        }
    }

    /** No {@code @Configuration}: the product's own scan must not find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Setup {

        @Bean
        JdbcTemplate template(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient client(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        ReloadableResourceBundleMessageSource messageSource() {
            ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();
            texts.setBasename("classpath:messages/roster");
            texts.setDefaultEncoding("UTF-8");
            texts.setFallbackToSystemLocale(false);
            return texts;
        }

        @Bean
        WhoAmI who() {
            return () -> Optional.of(new Person("roster1", "加藤 浩", Set.of(), null, false));
        }

        /** Of the port only {@code stop} is used here. */
        @Bean
        CaseProcess process(Played played) {
            return (CaseProcess) java.lang.reflect.Proxy.newProxyInstance(RosterFixture.class.getClassLoader(), new Class<?>[] {CaseProcess.class},
                    (proxy, method, args) -> {
                        if (method.getName().equals("stop")) {
                            played.stop((CaseId) args[0]);
                        }
                        return null;
                    });
        }

        @Bean
        Played played(JdbcClient jdbc) {
            return new Played(jdbc);
        }
    }

    /** The case room, played by one table; {@code onOpen} is where tests put their crash. */
    static class Played implements OpenCase, CorrectCase, CaseFiles, Timeline {

        private final JdbcClient jdbc;
        final List<Object> events = new ArrayList<>();
        final List<String> timeline = new ArrayList<>();
        Consumer<Resident> onOpen = r -> {};

        Played(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public CaseFile anew(CaseFile ended) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CaseFile> ofResident(long residentId) {
            return latestOf(residentId).stream().toList();
        }

        void calm() {
            events.clear();
            timeline.clear();
            onOpen = r -> {};
        }

        @EventListener
        public void on(LeftRoster event) {
            events.add(event);
        }

        @EventListener
        public void on(AddressChanged event) {
            events.add(event);
        }

        @Override
        public List<CaseFile> open(List<Opening> openings) {
            return openings.stream().map(o -> open(o.resident(), o.office(), o.priority())).toList();
        }

        @Override
        public CaseFile open(Resident resident, String office, int priority) {
            onOpen.accept(resident);
            Optional<Long> running = jdbc.sql("select id from casefile.casefile where city_number = ? and state = 'OPEN'")
                    .param(resident.cityNumber()).query(Long.class).optional();
            long id = running.orElseGet(() -> jdbc.sql("""
                    insert into casefile.casefile (city_number, name, office, priority) values (?, ?, ?, ?) returning id
                    """).params(resident.cityNumber(), resident.name(), office, priority).query(Long.class).single());
            jdbc.sql("update casefile.casefile set name = ?, address = ? where id = ?").params(resident.name(), resident.address(), id).update();
            return get(new CaseId(id));
        }

        @Override
        public long put(Resident resident) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void correct(CaseId id, Resident resident, int priority) {
            jdbc.sql("update casefile.casefile set city_number = ?, name = ?, address = ?, priority = ? where id = ?")
                    .params(resident.cityNumber(), resident.name(), resident.address(), priority, id.value()).update();
        }

        @Override
        public Optional<CaseFile> find(CaseId id) {
            return jdbc.sql("select * from casefile.casefile where id = ?").param(id.value()).query((rs, n) -> new CaseFile(id,
                    CaseNumber.of(2026, id.value()), null, rs.getString("office"), rs.getInt("priority"),
                    CaseState.valueOf(rs.getString("state")), null, null)).optional();
        }

        @Override
        public Optional<CaseFile> find(CaseNumber number) {
            return Optional.empty();
        }

        @Override
        public void hold(CaseId id) {}

        @Override
        public Optional<CaseFile> latestOf(long residentId) {
            return Optional.empty();
        }

        @Override
        public void assign(CaseId id, String office, String reason) {
            jdbc.sql("update casefile.casefile set office = ? where id = ?").params(office, id.value()).update();
        }

        void stop(CaseId caseId) {
            jdbc.sql("update casefile.casefile set state = 'LEFT_ROSTER' where id = ? and state = 'OPEN'").param(caseId.value()).update();
        }

        @Override
        public void append(CaseId caseId, String kind, Map<String, String> details) {
            timeline.add(kind + details);
        }

        @Override
        public void append(String kind, Map<CaseId, Map<String, String>> details) {
            details.forEach((caseId, detail) -> append(caseId, kind, detail));
        }

        @Override
        public List<TimelineEntry> of(CaseId caseId) {
            return List.of();
        }
    }
}
