package dev.messageboard.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Statement;

/** What the packages may know of each other. Their internals are package-private anyway. */
@AnalyzeClasses(packages = "dev.messageboard.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesDoNotRunInCircles =
      slices().matching("dev.messageboard.api.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassIsAbout =
      noClasses()
          .should()
          .haveNameMatching(".*\\.[A-Za-z]*(Util|Helper|Manager|Constants)[A-Za-z]*");

  /** Plain SQL stands where README.md has the figure, or the reason, that justifies it. */
  @ArchTest
  static final ArchRule queriesAreWrittenForPanache =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..api.posting..",
              "..api.flood..",
              "..api.transfer..",
              "..api.upkeep..",
              "..api.database..")
          .and()
          .doNotHaveSimpleName("MessageQueries")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Connection.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Statement.class);
}
