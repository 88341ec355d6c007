package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.Phase;

/** The phase: all conditions in one word. */
final class PhaseWord {

  private PhaseWord() {}

  static Phase of(
      Verdict ready, boolean isStalled, Verdict database, Verdict schema, Tier frontend, Tier api) {
    boolean serves = frontend.serves() && api.serves();
    if (ready.isTrue()) {
      return Phase.Running;
    }
    if (isStalled) {
      return serves ? Phase.Degraded : Phase.Failed;
    }
    if (ready.isBecause(ReadyCondition.SCALED_TO_ZERO)) {
      return Phase.Degraded;
    }
    if (serves) {
      return frontend.counts().isRollingOut() || api.counts().isRollingOut()
          ? Phase.Deploying
          : Phase.Degraded;
    }
    if (!database.isTrue()) {
      return frontend.exists() || api.exists() ? Phase.WaitingForDatabase : Phase.Pending;
    }
    return schema.isTrue() ? Phase.Deploying : Phase.Migrating;
  }
}
