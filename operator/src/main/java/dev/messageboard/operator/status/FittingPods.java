package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;

/**
 * Where somebody else migrates, the pods tell of the schema: one of the API passes its startup
 * probe only when the schema fits.
 */
final class FittingPods {

  private FittingPods() {}

  static Verdict verdict(BoardObservation seen, Tier api, Optional<MessageBoardStatus> previous) {
    var type = SchemaMigratedCondition.TYPE;
    if (ApiPods.haveStarted(seen, api.image()) || hasFitted(seen, api, previous)) {
      return Verdict.yes(type, "SchemaFits", "the schema fits " + told(api));
    }
    return isWithoutSchema(seen.database())
        ? Verdict.no(type, DatabaseSeen.BEHIND, DatabaseSeen.NOBODY_MIGRATED)
        : Verdict.unknown(type, "Waiting", "no API pod of this version has found its schema yet");
  }

  private static boolean isWithoutSchema(DatabaseSeen database) {
    return database.isLetIn() && database.schemaVersion().isEmpty();
  }

  /** Pods that went away take no schema along: one of the same image found it at this place. */
  private static boolean hasFitted(
      BoardObservation seen, Tier api, Optional<MessageBoardStatus> previous) {
    return previous
        .filter(before -> ApiPods.started(seen).findAny().isEmpty())
        .filter(
            before ->
                before
                    .condition(SchemaMigratedCondition.TYPE)
                    .filter(FittingPods::isTrue)
                    .isPresent())
        .filter(before -> isSame(before.components().api().image(), api.image()))
        .filter(before -> before.database() != null)
        .filter(
            before -> seen.database().endpoint().equals(Optional.of(before.database().endpoint())))
        .isPresent();
  }

  /**
   * A Deployment that somebody deleted, and that comes back, is of the same image until it shows.
   */
  private static boolean isSame(String before, String now) {
    return before == null || now == null || before.equals(now);
  }

  private static String told(Tier api) {
    return api.exists() ? api.image() : "the API pods that were here";
  }

  private static boolean isTrue(Condition condition) {
    return "True".equals(condition.getStatus());
  }
}
