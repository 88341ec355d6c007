package dev.messageboard.operator.status;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Ready}: the current generation is rolled out and serves. What hurts most is the reason.
 */
final class ReadyCondition {

  static final String TYPE = "Ready";

  private ReadyCondition() {}

  static Verdict of(
      BoardObservation seen, Verdict secrets, Verdict database, Verdict schema, Tier... tiers) {
    return Stream.of(
            seen.specProblem().stream(),
            seen.applyProblems().stream(),
            unless(secrets),
            Stream.of(tiers).flatMap(tier -> tier.trouble().stream().map(p -> of(tier, p))),
            unless(database),
            Stream.of(tiers).flatMap(tier -> unfinished(tier).stream()),
            unless(schema))
        .flatMap(problems -> problems)
        .findFirst()
        .map(problem -> Verdict.no(TYPE, problem))
        .orElseGet(() -> Verdict.yes(TYPE, "Serving", "the board serves as its spec says"));
  }

  private static Stream<Problem> unless(Verdict verdict) {
    return verdict.isTrue() ? Stream.empty() : Stream.of(verdict.asProblem());
  }

  private static Problem of(Tier tier, Problem problem) {
    return new Problem(problem.reason(), tier.component() + ": " + problem.message());
  }

  private static Optional<Problem> unfinished(Tier tier) {
    if (tier.isAskedForNone()) {
      return Optional.of(new Problem("ScaledToZero", tier.component() + ".replicas is 0"));
    }
    return tier.counts().isRolledOut()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                tier.serves() ? "RollingOut" : "Starting",
                tier.component() + ": " + tier.counts().told()));
  }
}
