package dev.messageboard.operator.status;

/** {@code DatabaseReady}: the database answers, as far as the board's own pods can tell. */
final class DatabaseReadyCondition {

  static final String TYPE = "DatabaseReady";

  private DatabaseReadyCondition() {}

  static Verdict of(BoardObservation seen) {
    if (seen.findings().secret().isPresent()) {
      return Verdict.no(TYPE, seen.findings().secret().get());
    }
    var endpoint = seen.databaseEndpoint().orElse("the database");
    if (seen.isEmbedded()) {
      return isMysqlReady(seen)
          ? Verdict.yes(TYPE, "Connected", "the MySQL pod answers at " + endpoint)
          : Verdict.no(TYPE, mysqlProblem(seen));
    }
    return ApiPods.startedWithThisBinding(seen).findAny().isPresent()
        ? Verdict.yes(
            TYPE, "Connected", "the API pods reached %s when they started".formatted(endpoint))
        : Verdict.unknown(TYPE, "Connecting", waiting(seen, endpoint));
  }

  private static String waiting(BoardObservation seen, String endpoint) {
    var olderOnes = ApiPods.started(seen).findAny().isPresent();
    return "no API pod has reached %s yet%s"
        .formatted(endpoint, olderOnes ? "; the pods that serve use the settings before" : "");
  }

  private static boolean isMysqlReady(BoardObservation seen) {
    return seen.mysql()
        .map(set -> set.getStatus())
        .map(status -> status.getReadyReplicas())
        .filter(ready -> ready > 0)
        .isPresent();
  }

  private static Problem mysqlProblem(BoardObservation seen) {
    return seen.mysql()
        .flatMap(set -> PodTrouble.firstOf(NewestPods.of(set, seen)))
        .orElseGet(() -> new Problem("ConnectionRefused", "the MySQL pod does not answer yet"));
  }
}
