package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.SchedulingSpec;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which nodes would take a tier's pods. A node that is cordoned or gone away carries a taint. */
public final class SchedulableNodes {

  private SchedulableNodes() {}

  public static int count(List<Node> nodes, SchedulingSpec scheduling) {
    return (int) nodes.stream().filter(node -> takes(node, scheduling)).count();
  }

  /**
   * Those that take no new pods, but have one of these that serves. A node that is being drained is
   * given up pod by pod, as the disruption budget allows: a smaller count before that would take
   * pods away elsewhere, and with them the budget's reason to hold the last ones.
   */
  public static int stillServing(List<Node> nodes, List<Pod> pods, SchedulingSpec scheduling) {
    var serving =
        pods.stream()
            .filter(SchedulableNodes::serves)
            .map(pod -> pod.getSpec().getNodeName())
            .collect(Collectors.toSet());
    return (int)
        nodes.stream()
            .filter(node -> !takes(node, scheduling))
            .filter(node -> serving.contains(node.getMetadata().getName()))
            .count();
  }

  private static boolean serves(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null && PodReadiness.isReady(pod);
  }

  private static boolean takes(Node node, SchedulingSpec scheduling) {
    var labels = Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
    return !Boolean.TRUE.equals(node.getSpec().getUnschedulable())
        && labels.entrySet().containsAll(scheduling.nodeSelector().entrySet())
        && node.getSpec().getTaints().stream()
            .allMatch(taint -> isTolerated(taint, scheduling.tolerations()));
  }

  private static boolean isTolerated(Taint taint, List<Toleration> tolerations) {
    return "PreferNoSchedule".equals(taint.getEffect())
        || tolerations.stream().anyMatch(toleration -> matches(taint, toleration));
  }

  private static boolean matches(Taint taint, Toleration toleration) {
    var isAnyValue = "Exists".equals(toleration.getOperator());
    return isOpenOr(toleration.getEffect(), taint.getEffect())
        && (isAnyValue && isOpen(toleration.getKey())
            || Objects.equals(toleration.getKey(), taint.getKey())
                && (isAnyValue || text(toleration.getValue()).equals(text(taint.getValue()))));
  }

  private static boolean isOpenOr(String asked, String given) {
    return isOpen(asked) || asked.equals(given);
  }

  private static boolean isOpen(String asked) {
    return text(asked).isEmpty();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
