package jp.michishirube.roster.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.RosterPolicy;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.handover.Keys;
import jp.michishirube.roster.handover.Manifest;
import jp.michishirube.roster.handover.Refused;
import jp.michishirube.roster.handover.Unseal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a package from inside the closed network. Whatever comes is noted: accepted or why not. */
@Component
@EnableConfigurationProperties(HandoverSettings.class)
class AcceptPackage {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptPackage.class);
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
        try {
            Unseal.Opened opened = unseal().open(Files.readString(file.path(), StandardCharsets.US_ASCII), intakes.now().toInstant().minus(age),
                    intakes.now().toInstant());
            try (UploadedFile table = UploadedFile.unpacked(opened::unpack, file.name())) {
                return transaction.execute(status -> takeIn(opened.manifest(), table, source, by));
            }
        } catch (Refused e) {
            throw refused(e.why(), by);
        } catch (CharacterCodingException e) {
            throw refused(Refused.Why.UNREADABLE, by);
        }
    }

    private Problem refused(Refused.Why why, String by) {
        String reason = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        handovers.refused(reason, by);
        return Problem.badRequest("roster-package-" + reason);
    }

    private Unseal unseal() {
        try {
            return new Unseal(Keys.read(Path.of(settings.keyFile())), Keys.trusted(Path.of(settings.sendersFile())), settings.installation(),
                    Limits.DEFAULT.fileBytes());
        } catch (IOException e) {
            LOG.warn("the keys for packages from the closed network cannot be read: {}", e.getMessage());
            throw Problem.badRequest("roster-package-not-set-up");
        }
    }

    private Long takeIn(Manifest manifest, UploadedFile table, String source, String by) {
        if (!handovers.accepted(manifest, by)) {
            handovers.refused("replayed", by);
            throw Problem.conflict("roster-package-replayed");
        }
        long id;
        try {
            id = importRoster.receive(table, IntakeKind.valueOf(manifest.kind()), manifest.fullList(), source, manifest.id());
        } catch (Problem unreadable) {
            handovers.refused("table", by);
            throw unreadable;
        }
        // the headings are no row
        if (intakes.get(id).total() != manifest.rows()) {
            throw refused(Refused.Why.COUNTS, by);
        }
        handovers.becameImport(manifest.id(), id);
        return id;
    }
}
