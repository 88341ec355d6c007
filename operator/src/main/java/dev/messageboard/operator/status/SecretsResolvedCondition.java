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
    var database = seen.board().getSpec().database();
    if (database.provisioned() != null) {
      return "database server %s is offered to the board's namespace"
          .formatted(database.provisioned().server());
    }
    return seen.isEmbedded()
        ? "the board names no Secret"
        : "Secret %s has all that is needed".formatted(database.external().secretRef().name());
  }
}
