package dev.messageboard.operator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is pure answers from what it is given: the same answer at any time, on any machine. */
@AnalyzeClasses(
    packages = "dev.messageboard.operator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

  private static final String[] PURE = {
    "dev.messageboard.operator.api..",
    "dev.messageboard.operator.desired..",
    "dev.messageboard.operator.status..",
    "dev.messageboard.operator.validation.."
  };

  @ArchTest
  static final ArchRule nothingPureAsksWhatTimeItIs =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .accessTargetWhere(
              named(
                  "java\\.time\\..+\\.(now|system[A-Za-z]*|tick[A-Za-z]*)",
                  "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)",
                  "java\\.util\\.(Date\\.<init>|Calendar\\.getInstance)"));

  /** A status says since when it is so. */
  @ArchTest
  static final ArchRule aClockIsGivenToTheStatusOnly =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .and()
          .doNotHaveSimpleName("StatusAssembler")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.time\\.(Clock|InstantSource)");

  @ArchTest
  static final ArchRule nothingPureIsLeftToChance =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(Random|SplittableRandom|random\\..+|concurrent\\.ThreadLocalRandom)"
                  + "|java\\.security\\.SecureRandom")
          .orShould()
          .accessTargetWhere(
              named("java\\.util\\.UUID\\.randomUUID", "java\\.lang\\.(Strict)?Math\\.random"));

  @ArchTest
  static final ArchRule nothingPureReachesOutOfItsProcess =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(File|RandomAccessFile).*|java\\.nio\\.(file|channels)\\..+"
                  + "|java\\.net\\.(.*Socket.*|.*Connection|URL|http\\..+)|java\\.lang\\.(Process.*|Runtime|Thread)")
          .orShould()
          .accessTargetWhere(named("java\\.lang\\.System\\.(getenv|getProperty|getProperties)"));

  /** Calls, constructors and method references alike. */
  private static DescribedPredicate<JavaAccess<?>> named(String... patterns) {
    var pattern = String.join("|", patterns);
    return describe(
        "is named " + pattern,
        access ->
            (access.getTargetOwner().getName() + "." + access.getTarget().getName())
                .matches(pattern));
  }
}
