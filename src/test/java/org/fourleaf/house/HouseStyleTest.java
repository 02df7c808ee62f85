package org.fourleaf.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What CONTRIBUTING and ARCHITECTURE promise of names and places. */
class HouseStyleTest {

    private static final String NAMES_THAT_SAY_NOTHING =
            ".*(Manager|Helper|Utils?|Impl|Processor|Handler|Wrapper|Dto|Entity|Mapper|Facade|Info|Data)|Base.*|Abstract.*";
    private static final String PACKAGES_THAT_SAY_NOTHING =
            ".*\\.(common|utils?|dto|impl|config|service|controller|model)(\\..*)?";
    private static final int LINES_MAX = 400;

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fourleaf");

    @Test
    void names_say_what_a_thing_is_in_a_help_desk() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(" + NAMES_THAT_SAY_NOTHING + ")")
                .check(OURS);
        assertThat(OURS.stream().map(type -> type.getPackageName()).distinct())
                .noneMatch(name -> name.matches(PACKAGES_THAT_SAY_NOTHING));
    }

    @Test
    void sql_lives_in_stores_and_queries() {
        classes()
                .that()
                .resideOutsideOfPackage("org.fourleaf.platform..")
                .and()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Query")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are not JdbcClient, except to hand it on",
                        type -> !type.isEquivalentTo(JdbcClient.StatementSpec.class)))
                .check(OURS);
    }

    @Test
    void every_fact_is_a_record_that_names_its_kind() {
        classes()
                .that()
                .implement(Fact.class)
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(Records.class)
                .check(OURS);
    }

    @Test
    void no_file_is_longer_than_one_can_keep_in_mind() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> tooLong = files.filter(path -> path.toString().endsWith(".java"))
                    .filter(HouseStyleTest::isLong)
                    .toList();
            assertThat(tooLong).as("more than %d lines", LINES_MAX).isEmpty();
        }
    }

    private static boolean isLong(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.count() > LINES_MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
