package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;

/** {@code SchemaMigrated}: an API pod passes its startup probe only when the schema fits. */
final class SchemaMigratedCondition {

  static final String TYPE = "SchemaMigrated";

  private SchemaMigratedCondition() {}

  static Verdict of(BoardObservation seen, Tier api, Optional<MessageBoardStatus> previous) {
    return ApiPods.haveStarted(seen, api.image()) || hasFitted(seen, api, previous)
        ? Verdict.yes(TYPE, "SchemaFits", "the schema fits " + told(api))
        : Verdict.unknown(TYPE, "Waiting", "no API pod of this version has found its schema yet");
  }

  /** Pods that went away take no schema along: one of the same image found it at this place. */
  private static boolean hasFitted(
      BoardObservation seen, Tier api, Optional<MessageBoardStatus> previous) {
    return previous
        .filter(before -> ApiPods.started(seen).findAny().isEmpty())
        .filter(before -> before.conditions().stream().anyMatch(c -> isTrue(c)))
        .filter(before -> isSame(before.components().api().image(), api.image()))
        .filter(before -> before.database() != null)
        .filter(before -> seen.database().endpoint().equals(Optional.of(before.database().endpoint())))
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
    return TYPE.equals(condition.getType()) && "True".equals(condition.getStatus());
  }
}
