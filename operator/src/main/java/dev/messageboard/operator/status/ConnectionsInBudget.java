package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.ConnectionBudget;

/** A database that answers can still be too small for all the pods that may come. */
final class ConnectionsInBudget {

  static final String EXCEEDED = "ConnectionBudgetExceeded";

  private static final String PLAIN = "Connected";

  private ConnectionsInBudget() {}

  /** Up to what the server admits it is a warning, and whatever else is told goes before it. */
  static Verdict judge(ConnectionBudget budget, Verdict database) {
    if (!database.isTrue() || !budget.isTight()) {
      return database;
    }
    if (budget.isExceeded()) {
      return Verdict.no(database.type(), EXCEEDED, told(budget));
    }
    return database.isBecause(PLAIN)
        ? Verdict.yes(database.type(), EXCEEDED, told(budget))
        : database;
  }

  private static String told(ConnectionBudget budget) {
    return "the board may open %d connections (%d API pods with the one more of a rollout, %d each; %d for migration and check), and the server admits %d: lower database.pool.maxSize or the number of API pods, or raise max_connections there"
        .formatted(
            budget.needed(),
            budget.pods(),
            budget.pool(),
            ConnectionBudget.BESIDE_PODS,
            budget.limit().orElseThrow());
  }
}
