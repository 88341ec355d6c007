package dev.messageboard.operator.status;

/** {@code SecretsResolved}: every Secret that the board names is there and complete. */
final class SecretsResolvedCondition {

  static final String TYPE = "SecretsResolved";

  private SecretsResolvedCondition() {}

  static Verdict of(BoardObservation seen) {
    return seen.findings()
        .secret()
        .map(problem -> Verdict.no(TYPE, problem))
        .orElseGet(() -> Verdict.yes(TYPE, "Resolved", resolved(seen)));
  }

  private static String resolved(BoardObservation seen) {
    return seen.isEmbedded()
        ? "the board names no Secret"
        : "Secret %s has all that is needed"
            .formatted(seen.board().getSpec().database().external().secretRef().name());
  }
}
