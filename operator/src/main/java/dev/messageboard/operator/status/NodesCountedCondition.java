package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.SchedulableNodes;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code NodesCounted}: while a tier has as many pods as there are nodes. */
final class NodesCountedCondition {

  static final String TYPE = "NodesCounted";

  private NodesCountedCondition() {}

  static Optional<Verdict> of(BoardObservation seen) {
    var tiers =
        Stream.of(Component.FRONTEND, Component.API)
            .filter(tier -> tier.spec(seen.board()).replicasPerNode() != null)
            .toList();
    return tiers.isEmpty() ? Optional.empty() : Optional.of(of(tiers, seen));
  }

  private static Verdict of(List<Component> tiers, BoardObservation seen) {
    var nodes = seen.all(Node.class);
    return nodes.isEmpty()
        ? Verdict.no(
            TYPE,
            "NodesNotReadable",
            "nodes cannot be seen: the operator may lack the right to list and watch them, or has no"
                + " answer yet; the count of pods stays as it is, a new Deployment begins with replicas")
        : Verdict.yes(
            TYPE,
            "Counted",
            tiers.stream().map(tier -> told(tier, nodes, seen)).collect(Collectors.joining("; ")));
  }

  private static String told(Component tier, List<Node> nodes, BoardObservation seen) {
    var scheduling = tier.spec(seen.board()).scheduling();
    var pods = NewestPods.ofComponent(tier, seen);
    var leaving = SchedulableNodes.stillServing(nodes, pods, scheduling);
    return "%s: %d of %d nodes take its pods%s"
        .formatted(
            tier,
            SchedulableNodes.count(nodes, scheduling),
            nodes.size(),
            leaving == 0 ? "" : ", %d more count until their pods have left".formatted(leaving));
  }
}
