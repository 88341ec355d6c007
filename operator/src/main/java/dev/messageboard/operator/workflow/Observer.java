package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.TierSpec;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.Names;
import dev.messageboard.operator.desired.Scale;
import dev.messageboard.operator.desired.Scales;
import dev.messageboard.operator.desired.SchedulableNodes;
import dev.messageboard.operator.status.BoardObservation;
import dev.messageboard.operator.status.DatabaseSeen;
import dev.messageboard.operator.status.Findings;
import dev.messageboard.operator.status.MigrationJob;
import dev.messageboard.operator.status.MigrationJobs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Looks at a board's children through the informers; nothing here asks the API server. */
public final class Observer {

  private final MessageBoard board;
  private final Context<MessageBoard> context;
  private final Settled settled;

  public Observer(MessageBoard board, Context<MessageBoard> context, Settled settled) {
    this.board = board;
    this.context = context;
    this.settled = settled;
  }

  /**
   * The board's own Secret for this part. One that was there and is not seen any more may only have
   * lost its labels: what was made once must not be made anew for that.
   */
  public Optional<Secret> secret(Component component) {
    return child(Secret.class, component).or(() -> lost(Names.of(board, component)));
  }

  private Optional<Secret> lost(String name) {
    if (!settled.knows(ResourceID.fromResource(board), "Secret " + name)) {
      return Optional.empty();
    }
    var secrets = context.getClient().secrets().inNamespace(board.getMetadata().getNamespace());
    return Optional.ofNullable(secrets.withName(name).get())
        .filter(secret -> Ownership.isOurs(secret, board));
  }

  /** How many pods the tiers are to have, given those that they have. */
  public Scales scales() {
    return new Scales(scale(Component.FRONTEND), scale(Component.API));
  }

  private Scale scale(Component tier) {
    var spec = tier.spec(board);
    return Scale.of(spec, child(Deployment.class, tier), asked(spec, tier));
  }

  /**
   * Empty while no node can be seen: nobody may tell, or has told yet. A board that loses its last
   * node keeps as many pods as one would have.
   */
  private OptionalInt asked(TierSpec spec, Component tier) {
    if (spec.replicasPerNode() == null) {
      return OptionalInt.of(spec.replicas());
    }
    var nodes = all(Node.class).toList();
    return nodes.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(spec.replicasPerNode() * Math.max(1, inUse(nodes, spec, tier)));
  }

  private int inUse(List<Node> nodes, TierSpec spec, Component tier) {
    var selected = Labels.selector(board, tier).entrySet();
    var pods =
        all(Pod.class)
            .filter(pod -> pod.getMetadata().getLabels().entrySet().containsAll(selected))
            .toList();
    return SchedulableNodes.count(nodes, spec.scheduling())
        + SchedulableNodes.stillServing(nodes, pods, spec.scheduling());
  }

  /** The Jobs that change its schema. */
  public List<MigrationJob> migrations(Optional<MessageBoardStatus> previous) {
    var jobs = children(Job.class).toList();
    return jobs.isEmpty() ? List.of() : MigrationJobs.of(jobs, all(Pod.class).toList(), previous);
  }

  /** The board with everything that is known of it now. */
  public BoardObservation observe(DatabaseSeen database, Findings findings) {
    var objects =
        Stream.concat(
                Stream.concat(ChildInformers.CHILDREN.stream(), Stream.of(HTTPRoute.class))
                    .flatMap(this::children),
                Stream.concat(ChildInformers.MADE_OF_CHILDREN.stream(), Stream.of(Node.class))
                    .flatMap(this::all))
            .map(HasMetadata.class::cast)
            .toList();
    return new BoardObservation(board, objects, database, findings);
  }

  private <R extends HasMetadata> Optional<R> child(Class<R> kind, Component component) {
    var name = Names.of(board, component);
    return children(kind).filter(child -> name.equals(child.getMetadata().getName())).findFirst();
  }

  private <R extends HasMetadata> Stream<R> children(Class<R> kind) {
    return all(kind).filter(object -> Ownership.isOurs(object, board));
  }

  /** Of kinds that the cluster may not know there is nothing to see until they are watched. */
  private <R extends HasMetadata> Stream<R> all(Class<R> kind) {
    return context.eventSourceRetriever().getEventSourcesFor(kind).isEmpty()
        ? Stream.empty()
        : context.getSecondaryResourcesAsStream(kind);
  }
}
