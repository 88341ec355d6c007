package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.Phase;

/** The phase: all conditions in one word. */
final class PhaseWord {

  private PhaseWord() {}

  static Phase of(Conditions conditions, Tiers tiers) {
    if (conditions.paused().isPresent()) {
      return Phase.Paused;
    }
    if (conditions.ready().isTrue()) {
      return Phase.Running;
    }
    if (conditions.stalled().isPresent()) {
      return tiers.serve() ? Phase.Degraded : Phase.Failed;
    }
    if (conditions.ready().isBecause(ReadyCondition.SCALED_TO_ZERO)) {
      return Phase.Degraded;
    }
    if (conditions.schema().isBecause(SchemaMigratedCondition.MIGRATING)) {
      return Phase.Migrating;
    }
    if (tiers.serve()) {
      var isRollingOut = tiers.stream().anyMatch(tier -> tier.counts().isRollingOut());
      return isRollingOut ? Phase.Deploying : Phase.Degraded;
    }
    if (!conditions.database().isTrue()
        && !conditions.database().isBecause(ConnectionsInBudget.EXCEEDED)) {
      if (conditions.database().isBecause(DatabaseCheck.PROVISIONING)) {
        return Phase.Provisioning;
      }
      return tiers.stream().anyMatch(Tier::exists) ? Phase.WaitingForDatabase : Phase.Pending;
    }
    return conditions.schema().isTrue() ? Phase.Deploying : Phase.Migrating;
  }
}
