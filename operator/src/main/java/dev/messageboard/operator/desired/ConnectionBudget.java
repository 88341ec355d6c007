package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Optional;

/**
 * How many connections a board may open at once, beside how many its server admits.
 *
 * @param pods of the API, with the one more of a rollout
 * @param pool connections of each of them
 * @param limit absent while nobody knows
 */
public record ConnectionBudget(int pods, int pool, Optional<Integer> limit) {

  /** Three of Flyway's in the migration Job, and the operator's login. */
  public static final int BESIDE_PODS = 4;

  private static final int DEFAULT_POOL = 8;
  private static final int LARGEST_DERIVED_POOL = 20;
  private static final int TIGHT_PERCENT = 80;

  /**
   * @param told how many connections the server admits, as far as known
   */
  public static ConnectionBudget of(MessageBoard board, Scale api, Optional<Integer> told) {
    var database = board.getSpec().database();
    var limit = database.maxConnections() > 0 ? Optional.of(database.maxConnections()) : told;
    var pods = pods(board, api);
    var asked = database.pool().maxSize();
    return new ConnectionBudget(pods, asked > 0 ? asked : derived(pods, limit), limit);
  }

  /** All that may be open at the same time. */
  public int needed() {
    return pods * pool + BESIDE_PODS;
  }

  /** People should know before it is too late. */
  public boolean isTight() {
    return limit.filter(most -> needed() * 100L >= most * (long) TIGHT_PERCENT).isPresent();
  }

  /** Pods would be refused. */
  public boolean isExceeded() {
    return limit.filter(most -> needed() > most).isPresent();
  }

  private static int pods(MessageBoard board, Scale api) {
    var autoscaling = board.getSpec().api().autoscaling();
    var most = autoscaling == null ? api.replicas() : autoscaling.maxReplicas();
    return most == 0 ? 0 : most + TierDeployment.SURGE;
  }

  /** As large as it can be without being tight. */
  private static int derived(int pods, Optional<Integer> limit) {
    return limit
        .filter(most -> pods > 0)
        .map(most -> ((most * TIGHT_PERCENT - 1) / 100 - BESIDE_PODS) / pods)
        .map(size -> Math.max(1, Math.min(LARGEST_DERIVED_POOL, size)))
        .orElse(DEFAULT_POOL);
  }
}
