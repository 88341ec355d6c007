package dev.messageboard.operator.status;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code Stalled}, as kstatus means it: nothing will get better until a person does something. */
final class StalledCondition {

  static final String TYPE = "Stalled";

  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "InvalidSpec",
          "NameConflict",
          "ProgressDeadlineExceeded",
          SchemaMigratedCondition.FAILED);

  private StalledCondition() {}

  static Optional<Verdict> of(BoardObservation seen, Tiers tiers, Verdict schema) {
    return Stream.of(
            seen.findings().spec().stream(),
            seen.findings().apply().stream(),
            Stream.of(schema.asProblem()),
            tiers.stream().flatMap(tier -> tier.deadline().stream()))
        .flatMap(problems -> problems)
        .filter(problem -> FOR_PEOPLE.contains(problem.reason()))
        .findFirst()
        .map(problem -> Verdict.yes(TYPE, problem.reason(), problem.message()));
  }
}
