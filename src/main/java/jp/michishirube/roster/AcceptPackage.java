package jp.michishirube.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.handover.Keys;
import jp.michishirube.roster.handover.Manifest;
import jp.michishirube.roster.handover.Refused;
import jp.michishirube.roster.handover.Unseal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a package from inside the closed network. Whatever comes is noted: accepted or why not. */
@Component
@EnableConfigurationProperties(HandoverSettings.class)
class AcceptPackage {

    /** A roster of 100,000 people packs into about 10 MB. */
    private static final long MAX_PACKAGE = 64L << 20;

    private final HandoverSettings settings;
    private final ImportRoster importRoster;
    private final Handovers handovers;
    private final Intakes intakes;
    private final WhoAmI who;
    private final Duration age;
    private final TransactionTemplate transaction;

    AcceptPackage(HandoverSettings settings, ImportRoster importRoster, Handovers handovers, Intakes intakes, WhoAmI who, Municipality municipality,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.importRoster = importRoster;
        this.handovers = handovers;
        this.intakes = intakes;
        this.who = who;
        this.age = Duration.ofDays(municipality.section("roster", RosterPolicy.class).packageDays());
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Compact JWE: five parts, the first a JSON object in Base64. */
    static boolean looksLikeOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(2048), StandardCharsets.ISO_8859_1);
            return head.matches("(?s)\\s*eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\..*");
        }
    }

    /**
     * @return id of the import
     * @throws Problem {@code roster-package-<reason>} (400), {@code roster-package-replayed} (409), {@code roster-package-not-set-up} (400)
     */
    long accept(UploadedFile file, String source) throws IOException {
        if (!settings.isSetUp()) {
            throw Problem.badRequest("roster-package-not-set-up");
        }
        if (Files.size(file.path()) > MAX_PACKAGE) {
            throw Problem.tooLarge("roster-file-too-large", MAX_PACKAGE >> 20);
        }
        String by = who.orProcess().id();
        Unseal.Opened opened;
        try {
            Unseal unseal = new Unseal(Keys.read(Path.of(settings.keyFile())), Keys.trusted(Path.of(settings.sendersFile())),
                    settings.installation(), Limits.DEFAULT.fileBytes());
            opened = unseal.open(Files.readString(file.path(), StandardCharsets.US_ASCII), intakes.now().toInstant().minus(age),
                    intakes.now().toInstant());
        } catch (Refused e) {
            String reason = e.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            handovers.refused(reason, by);
            throw Problem.badRequest("roster-package-" + reason);
        } catch (java.nio.charset.CharacterCodingException e) {
            handovers.refused("unreadable", by);
            throw Problem.badRequest("roster-package-unreadable");
        }
        return transaction.execute(status -> takeIn(opened, file, source, by));
    }

    private Long takeIn(Unseal.Opened opened, UploadedFile file, String source, String by) {
        Manifest manifest = opened.manifest();
        if (!handovers.accepted(manifest, by)) {
            handovers.refused("replayed", by);
            throw Problem.conflict("roster-package-replayed");
        }
        try (UploadedFile table = UploadedFile.of(new ByteArrayInputStream(opened.table()), file.name(), Limits.DEFAULT.fileBytes())) {
            long id = importRoster.receive(table, IntakeKind.valueOf(manifest.kind()), manifest.fullList(), source, manifest.id());
            handovers.becameImport(manifest.id(), id);
            return id;
        }
    }
}
