package jp.michishirube.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.michishirube.Product;
import jp.michishirube.notification.NoticeKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the house: arrows one way, the engine in one room, the outside world outside. */
class RoomsTest {

    private static JavaClasses product;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("jp.michishirube");
    }

    @Test
    void roomsKnowOnlyWhomTheyMayKnow() {
        ApplicationModules.of(Product.class).verify();
    }

    @Test
    void onlyWorkflowKnowsTheEngine() {
        noClasses().that().resideOutsideOfPackage("jp.michishirube.workflow..").should().dependOnClassesThat()
                .resideInAPackage("org.camunda..").check(product);
    }

    /** The form and what is read through it is tried without a database and without a container, in milliseconds. */
    @Test
    void theFormKnowsNoSpring() {
        noClasses().that().resideInAPackage("jp.michishirube.plan.form..").should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework.(beans|boot|context|core|dao|data|http|jdbc|security|stereotype|transaction|ui|util|web)..",
                        "jakarta..").check(product);
    }

    /** Inside a room too: the sub-rooms that a crowded room is divided into know each other one way. */
    @Test
    void subRoomsMakeNoCircles() {
        slices().matching("jp.michishirube.(*.*)..").should().beFreeOfCycles().check(product);
    }

    @Test
    void theSandboxImportsNothingOfOursAndNothingImportsIt() {
        noClasses().that().resideOutsideOfPackage("jp.michishirube.sandbox..").should().dependOnClassesThat()
                .resideInAPackage("jp.michishirube.sandbox..").check(product);
        noClasses().that().resideInAPackage("jp.michishirube.sandbox..").should().dependOnClassesThat(
                resideInAPackage("jp.michishirube..")
                        .and(not(
                                resideInAPackage("jp.michishirube.sandbox.."))))
                .check(product);
    }

    /** What nobody tells of would stand in the preferences of everyone for nothing. */
    @Test
    void everyKindOfNoticeIsTold() {
        JavaClass kinds = product.get(NoticeKind.class);
        assertThat(NoticeKind.values()).allSatisfy(kind -> assertThat(kinds.getField(kind.name()).getAccessesToSelf())
                .as("%s is told somewhere", kind).anyMatch(access -> !access.getOriginOwner().equals(kinds)));
    }

    @Test
    void controllersStayInTheirRooms() {
        classes().that().areAnnotatedWith("org.springframework.stereotype.Controller").or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController").should().notBePublic().check(product);
    }

    @Test
    void nobodyReadsTheClockOfTheMachine() {
        noClasses().that().resideOutsideOfPackages("jp.michishirube.sandbox..", "jp.michishirube.launch..").should()
                .callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now").check(product);
    }

    @Test
    void filesStaySmall() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".html")).filter(f -> lines(f) > 250)).isEmpty();
        }
    }

    @Test
    void noRoomIsCrowded() throws IOException {
        try (Stream<Path> rooms = Files.walk(Path.of("src/main/java/jp/michishirube"))) {
            assertThat(rooms.filter(Files::isDirectory).filter(r -> javaFiles(r) > 60)).as("more than 60 files: divide it into sub-rooms").isEmpty();
        }
    }

    private static long javaFiles(Path room) {
        try (Stream<Path> files = Files.list(room)) {
            return files.filter(f -> f.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
