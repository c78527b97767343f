package jp.michishirube.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts what the settings ask for, in order: sandbox, database, product. Whatever cannot start ends with one plain sentence. */
public final class Launch {

    private Launch() {}

    public static void main(Class<?> product, String[] args) {
        try {
            if (Commands.run(args)) {
                return;
            }
            run(product, args);
        } catch (StartRefused e) {
            System.err.println(System.lineSeparator() + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            System.err.println(System.lineSeparator() + StartFailure.sentence(e));
            System.exit(1);
        }
    }

    private static void run(Class<?> product, String[] args) {
        ConfigurableEnvironment settings = settings(args);
        boolean demo = settings.acceptsProfiles(Profiles.of("demo"));
        Secrets.refuseDefaults(settings, demo);
        int port = settings.getProperty("server.port", Integer.class, 8080);
        Ports.requireFree(port, "server.port");
        String database = settings.getProperty("spring.datasource.url", "");
        if (!database.isBlank()) {
            ExistingDatabase.require(database, settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", ""), DatabaseMark.of(settings));
        }

        List<String> extra = new ArrayList<>(Arrays.asList(args));
        boolean ownProvider = settings.getProperty("michishirube.oidc.issuer", "").isBlank();
        if (ownProvider) {
            Outside outside = Outside.start(settings, port);
            SpringApplication.getShutdownHandlers().add(outside::close);
            // What the operator names stays: a part of the outside world may run elsewhere.
            extra.addAll(outside.settings().stream().filter(s -> settings.getProperty(s.substring(2, s.indexOf('=')), "").isBlank()).toList());
        }
        if (database.isBlank()) {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(Path.of(settings.getProperty("michishirube.data-dir", "data")).toAbsolutePath().normalize(),
                    settings);
            SpringApplication.getShutdownHandlers().add(() -> closeQuietly(embedded));
            extra.addAll(List.of("--spring.datasource.url=" + embedded.url(), "--spring.datasource.username=" + DatabaseRoles.RUNNING,
                    "--spring.datasource.password=", "--spring.flyway.user=" + DatabaseRoles.OWNER, "--spring.flyway.password=", "--michishirube.embedded-database=true"));
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(product).bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false).run(extra.toArray(String[]::new));
        System.out.println(Box.of(context.getEnvironment(), ownProvider));
    }

    /** The settings as the product itself will read them: arguments, environment, application.yml with its profiles. */
    private static ConfigurableEnvironment settings(String[] args) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private static void closeQuietly(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (java.io.IOException e) {
            // PostgreSQL recovers by itself at the next start.
            System.err.println("PostgreSQL: " + e.getMessage());
        }
    }
}
