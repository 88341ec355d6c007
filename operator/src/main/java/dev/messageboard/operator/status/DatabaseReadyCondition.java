package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Names;
import java.util.Optional;

/** {@code DatabaseReady}: the operator's own login works; where nobody logs in, what pods tell. */
final class DatabaseReadyCondition {

  static final String TYPE = "DatabaseReady";

  private static final String UNCHECKED = "CheckDisabled";
  private static final String FOR_DEVELOPMENT =
      "; one MySQL pod is for development, not for production";

  private DatabaseReadyCondition() {}

  static Verdict of(BoardObservation seen) {
    var answer = told(seen, answer(seen));
    return seen.database()
        .connections()
        .map(budget -> ConnectionsInBudget.judge(budget, answer))
        .orElse(answer);
  }

  private static Verdict told(BoardObservation seen, Verdict answer) {
    if (!seen.isEmbedded() || !answer.isTrue()) {
      return answer;
    }
    return VolumeTerminating.in(seen)
        .map(loss -> Verdict.yes(TYPE, loss.reason(), loss.message()))
        .orElseGet(() -> Verdict.yes(TYPE, answer.reason(), answer.message() + FOR_DEVELOPMENT));
  }

  private static Verdict answer(BoardObservation seen) {
    if (seen.findings().secret().isPresent()) {
      return Verdict.no(TYPE, seen.findings().secret().get());
    }
    var database = seen.board().getSpec().database();
    if (database.checkedByOperator() || isBeingMade(seen)) {
      return checked(seen);
    }
    return seen.isEmbedded() ? toldByMysqlPod(seen) : toldByApiPods(seen);
  }

  /** Where nobody logs in, what became of making it is told all the same. */
  private static boolean isBeingMade(BoardObservation seen) {
    return seen.board().getSpec().database().provisioned() != null
        && seen.database().check().isPresent();
  }

  private static Verdict checked(BoardObservation seen) {
    return seen.database()
        .check()
        .map(check -> checked(seen, check))
        .orElseGet(
            () -> Verdict.unknown(TYPE, "Connecting", "the operator's first login is on its way"));
  }

  /**
   * What the MySQL pod waits for says more than that nobody answers; and that it is gone is seen at
   * once, at the next login only after a while.
   */
  private static Verdict checked(BoardObservation seen, DatabaseCheck check) {
    return seen.isEmbedded() && !isMysqlReady(seen)
        ? Verdict.no(TYPE, whatMysqlWaitsFor(seen))
        : SchemaInDatabase.judge(seen, check.verdict(TYPE));
  }

  private static Verdict toldByMysqlPod(BoardObservation seen) {
    return isMysqlReady(seen)
        ? Verdict.yes(TYPE, UNCHECKED, "the MySQL pod is ready; nobody logs in to see more")
        : Verdict.no(TYPE, whatMysqlWaitsFor(seen));
  }

  private static Problem whatMysqlWaitsFor(BoardObservation seen) {
    return mysqlTrouble(seen)
        .orElseGet(
            () ->
                new Problem(
                    "ConnectionRefused",
                    "the MySQL pod is not ready yet: if it stays so, kubectl logs %s-0 tells why"
                        .formatted(Names.of(seen.board(), Component.MYSQL))));
  }

  private static Verdict toldByApiPods(BoardObservation seen) {
    var endpoint = seen.database().endpoint().orElse("the database");
    if (ApiPods.startedWithThisBinding(seen).findAny().isPresent()) {
      return Verdict.yes(
          TYPE, UNCHECKED, "the API pods reached %s when they started".formatted(endpoint));
    }
    return ToldByJob.of(seen.database())
        .map(problem -> Verdict.no(TYPE, problem))
        .orElseGet(() -> Verdict.unknown(TYPE, "Connecting", waiting(seen, endpoint)));
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

  private static Optional<Problem> mysqlTrouble(BoardObservation seen) {
    return seen.mysql().flatMap(set -> PodTrouble.firstOf(NewestPods.of(set, seen)));
  }
}
