package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Component;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Ready}: the current generation is rolled out and serves. What hurts most is the reason.
 */
final class ReadyCondition {

  static final String TYPE = "Ready";
  static final String SCALED_TO_ZERO = "ScaledToZero";

  private ReadyCondition() {}

  static Verdict of(
      BoardObservation seen,
      Optional<MessageBoardStatus> previous,
      Tiers tiers,
      Verdict secrets,
      Verdict database,
      Verdict schema,
      Optional<Verdict> ingress) {
    return Stream.of(
            seen.findings().spec().stream(),
            seen.findings().apply().stream(),
            PausedCondition.problem(seen).stream(),
            seen.findings().secret().stream(),
            tiers.stream().flatMap(tier -> tier.trouble().stream().map(p -> of(tier, p))),
            unlessAsleep(database, tiers),
            unlessAsleep(schema, tiers).filter(problem -> schema.isFalse()),
            tiers.stream()
                .filter(tier -> !AutoscaledTier.isOnlyScaled(tier, seen, previous))
                .flatMap(tier -> unfinished(tier).stream()),
            unlessAsleep(schema, tiers),
            ingress.stream().flatMap(ReadyCondition::unless),
            unless(secrets),
            tiers.stream().flatMap(tier -> asleep(tier).stream()))
        .flatMap(problems -> problems)
        .findFirst()
        .map(problem -> Verdict.no(TYPE, problem))
        .orElseGet(() -> Verdict.yes(TYPE, "Serving", "the board serves as its spec says"));
  }

  private static Stream<Problem> unless(Verdict verdict) {
    return verdict.isTrue() ? Stream.empty() : Stream.of(verdict.asProblem());
  }

  /** Without API pods nobody can tell of the database, and nobody asks. */
  private static Stream<Problem> unlessAsleep(Verdict verdict, Tiers tiers) {
    var asleep = tiers.stream().anyMatch(t -> t.component() == Component.API && t.isAskedForNone());
    return asleep ? Stream.empty() : unless(verdict);
  }

  private static Problem of(Tier tier, Problem problem) {
    return new Problem(problem.reason(), tier.component() + ": " + problem.message());
  }

  private static Optional<Problem> unfinished(Tier tier) {
    return tier.counts().isRolledOut()
        ? Optional.empty()
        : Optional.of(new Problem(word(tier), tier.component() + ": " + tier.counts().told()));
  }

  private static String word(Tier tier) {
    if (!tier.serves()) {
      return "Starting";
    }
    if (tier.isReplacingPods()) {
      return ReconcilingCondition.ROLLING_OUT;
    }
    return tier.counts().isRollingOut() ? "Scaling" : "PodsNotReady";
  }

  /** The last of all reasons: everything else is as the spec says. */
  private static Optional<Problem> asleep(Tier tier) {
    return tier.isAskedForNone()
        ? Optional.of(new Problem(SCALED_TO_ZERO, tier.component() + ".replicas is 0"))
        : Optional.empty();
  }
}
