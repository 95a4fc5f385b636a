package org.fourportals;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.fourportals.pool.IdentifierType;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house: which room may use which, and what holds in every file. */
class StructureTest {

    private static final DescribedPredicate<JavaClass> LIBRARIES = JavaClass.Predicates
            .resideInAnyPackage("org.fourportals.pool..", "org.fourportals.circumstances..");
    private static final List<String> MODULES = List.of("../app", "../pool", "../circumstances", "../cassandra");
    private static final int LONGEST = 300;

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourportals");

    @Test
    void roomsUseOnlyWhatTheirChartersAllow() {
        ApplicationModules.of(FourPortals.class, LIBRARIES).verify();
    }

    @Test
    void nobodyDependsOnPortal() {
        noClasses().that().resideOutsideOfPackage("org.fourportals.portal..")
                .should().dependOnClassesThat().resideInAPackage("org.fourportals.portal..").check(classes);
    }

    @Test
    void onlySharingIntakeAndTheDemoReachThePool() {
        DescribedPredicate<JavaClass> pool = resideInAPackage("org.fourportals.pool..")
                .and(DescribedPredicate.not(resideInAPackage("org.fourportals.pool.identifier..")))
                .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(IdentifierType.class)));
        noClasses().that().resideOutsideOfPackages("org.fourportals.pool..", "org.fourportals.sharing..", "org.fourportals.intake..",
                "org.fourportals.demo..").should().dependOnClassesThat(pool).check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<Path> unmarked = MODULES.stream().flatMap(module -> sources(Path.of(module, "src/main/java")))
                .map(Path::getParent).distinct()
                .filter(folder -> !text(folder.resolve("package-info.java")).contains("@NullMarked")).toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noFileIsLongerThanOneReadsAtOnce() {
        List<Path> longer = MODULES.stream().flatMap(module -> sources(Path.of(module, "src")))
                .filter(file -> text(file).lines().count() > LONGEST).toList();
        assertThat(longer).isEmpty();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
