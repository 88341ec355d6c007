package dev.messageboard.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(
    packages = "dev.messageboard.operator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String OURS = "dev.messageboard.operator..";
  private static final String API = "dev.messageboard.operator.api..";
  private static final String DESIRED = "dev.messageboard.operator.desired..";
  private static final String STATUS = "dev.messageboard.operator.status..";
  private static final String JAVA = "java..";
  private static final String MODEL = "io.fabric8.kubernetes.api.model..";

  @ArchTest
  static final ArchRule theApiImportsNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage(API)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              DESIRED,
              STATUS,
              "dev.messageboard.operator.workflow..",
              "dev.messageboard.operator.database..",
              "dev.messageboard.operator.validation..",
              "dev.messageboard.operator.platform..");

  @ArchTest
  static final ArchRule desiredIsPure =
      classes()
          .that()
          .resideInAPackage(DESIRED)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              API, DESIRED, MODEL, JAVA, "javax.crypto..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule statusIsPure =
      classes()
          .that()
          .resideInAPackage(STATUS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(API, DESIRED, STATUS, MODEL, JAVA);

  @ArchTest
  static final ArchRule validationIsPure =
      classes()
          .that()
          .resideInAPackage("dev.messageboard.operator.validation..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(API, "dev.messageboard.operator.validation..", MODEL, JAVA);

  @ArchTest
  static final ArchRule platformIsForTheReconcilerOnly =
      noClasses()
          .that()
          .resideInAnyPackage(
              API,
              DESIRED,
              STATUS,
              "dev.messageboard.operator.workflow..",
              "dev.messageboard.operator.database..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.messageboard.operator.platform..");

  @ArchTest
  static final ArchRule nobodyImportsTheReconciler =
      noClasses()
          .that()
          .haveNameNotMatching(".*MessageBoardReconciler.*")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("MessageBoardReconciler");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .should()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameContaining("Manager")
          .orShould()
          .haveSimpleNameContaining("Constants");

  @Test
  void noFileIsLongAndTheMedianIsShort() throws IOException {
    var lengths = sources().stream().map(ArchitectureTest::lines).sorted().toList();
    assertThat(lengths.get(lengths.size() - 1)).as("the longest file").isLessThanOrEqualTo(200);
    assertThat(lengths.get(lengths.size() / 2)).as("the median").isLessThanOrEqualTo(60);
  }

  @Test
  void noMethodIsLong() throws IOException {
    assertThat(MethodLengths.in(sources()))
        .isNotEmpty()
        .allSatisfy((method, lines) -> assertThat(lines).as(method).isLessThanOrEqualTo(30));
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Integer lines(Path file) {
    try {
      return List.of(Files.readString(file).split("\n")).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
