package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;

/** A board as it is seen at one moment. */
public record BoardObservation(
    MessageBoard board,
    Optional<Deployment> frontend,
    Optional<Deployment> api,
    Optional<StatefulSet> mysql,
    List<ReplicaSet> replicaSets,
    List<Pod> pods,
    Optional<String> databaseEndpoint,
    Optional<Problem> specProblem,
    Optional<Problem> secretProblem,
    List<Problem> applyProblems) {

  boolean isEmbedded() {
    return board.getSpec().database().embedded() != null;
  }
}
