package jp.michishirube.consent.rule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody else reads consent tables, and nobody else makes up an answer. */
class OnlyOneRoomDecidesTest {

    private static final Pattern TABLES = Pattern.compile(
            "(?<!michishirube\\.)\\bconsent\\.(notice|scan|record|standing|handover|supporter|supporter_record|disaster|disaster_told|disclosure)\\b");

    /** They change the tables themselves, or say that they are evidence, or name answers of the form; none reads a consent. */
    private static final Set<String> NO_READERS = Set.of("V307__notice_shown.sql", "V950__what_is_evidence.sql", "V953__japanese_order.sql",
            "Role.java");

    @Test
    void noOtherRoomsSqlMentionsConsent() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> guilty = files.filter(f -> f.toString().matches(".*\\.(java|sql|xml|bpmn|jrxml)"))
                    .filter(f -> !f.toString().contains("/michishirube/consent/") && !f.getFileName().toString().matches("V1\\d\\d__consent.*"))
                    .filter(f -> !NO_READERS.contains(f.getFileName().toString())).filter(f -> TABLES.matcher(read(f)).find()).toList();
            assertThat(guilty).isEmpty();
        }
    }

    @Test
    void theSearchFindsWhatItLooksFor() {
        assertThat(TABLES.matcher("select * from consent.standing").find()).isTrue();
        assertThat(TABLES.matcher("left join\n  consent.record r").find()).isTrue();
        assertThat(TABLES.matcher("\"select * from \" + \"consent.disclosure\"").find()).isTrue();
        assertThat(TABLES.matcher("import jp.michishirube.consent.rule.Disclosures;").find()).isFalse();
    }

    @Test
    void answersAreMadeHereOnly() {
        JavaClasses product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("jp.michishirube");
        // A delivery keeps the answer it was sent on until its line is written; that is remembering, not deciding.
        noClasses().that().resideOutsideOfPackage("jp.michishirube.consent..")
                .and().doNotHaveFullyQualifiedName("jp.michishirube.sharing.Delivery")
                .should().callConstructor(Answer.class, boolean.class, java.util.Set.class, Ground.class, Long.class)
                .because("an answer that nobody asked for is a disclosure without a ground").check(product);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
