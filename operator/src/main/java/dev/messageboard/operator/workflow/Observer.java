package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Names;
import dev.messageboard.operator.status.BoardObservation;
import dev.messageboard.operator.status.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.List;
import java.util.Optional;

/** Looks at a board's children through the informers; nothing here asks the API server. */
public final class Observer {

  private final MessageBoard board;
  private final Context<MessageBoard> context;

  public Observer(MessageBoard board, Context<MessageBoard> context) {
    this.board = board;
    this.context = context;
  }

  public Optional<Secret> secret(Component component) {
    return child(Secret.class, component);
  }

  public BoardObservation observe(
      Optional<Binding> binding,
      Optional<Problem> specProblem,
      Optional<Problem> secretProblem,
      List<Problem> applyProblems) {
    return new BoardObservation(
        board,
        child(Deployment.class, Component.FRONTEND),
        child(Deployment.class, Component.API),
        child(StatefulSet.class, Component.MYSQL),
        all(ReplicaSet.class),
        all(Pod.class),
        binding.map(Binding::endpoint),
        specProblem,
        secretProblem,
        applyProblems);
  }

  private <R extends HasMetadata> Optional<R> child(Class<R> kind, Component component) {
    var name = Names.of(board, component);
    return context
        .getSecondaryResourcesAsStream(kind)
        .filter(object -> name.equals(object.getMetadata().getName()))
        .filter(object -> Ownership.isOurs(object, board))
        .findFirst();
  }

  private <R extends HasMetadata> List<R> all(Class<R> kind) {
    return context.getSecondaryResourcesAsStream(kind).toList();
  }
}
