package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulableNodesTest {

  private static final String GPU = "{taints: [{key: gpu, value: a, effect: NoSchedule}]}";

  @ParameterizedTest(name = "a node of {0} under {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                               | {}                                  | 1",
        "{unschedulable: true}                                            | {}                                  | 0",
        "{taints: [{key: node.kubernetes.io/unreachable, effect: NoSchedule}]} | {}                             | 0",
        "{taints: [{key: spot, effect: PreferNoSchedule}]}                | {}                                  | 1",
        GPU + " | {}                                                             | 0",
        GPU + " | {tolerations: [{operator: Exists}]}                            | 1",
        GPU + " | {tolerations: [{key: gpu, operator: Exists}]}                  | 1",
        GPU + " | {tolerations: [{key: gpu, value: a}]}                          | 1",
        GPU + " | {tolerations: [{key: gpu, value: b}]}                          | 0",
        GPU + " | {tolerations: [{key: gpu, value: a, effect: NoExecute}]}       | 0",
        GPU + " | {tolerations: [{key: gpu, value: a, effect: NoSchedule}]}      | 1",
        "{}                                                               | {nodeSelector: {disk: ssd}}         | 1",
        "{}                                                               | {nodeSelector: {disk: hdd}}         | 0",
      })
  void aNodeCountsIfItTakesThePods(String node, String scheduling, int count) {
    assertThat(count(scheduling, List.of(node(node)))).isEqualTo(count);
  }

  @Test
  void eachNodeCountsOnce() {
    assertThat(count("{}", List.of(node("{}"), node("{unschedulable: true}"), node("{}"))))
        .isEqualTo(2);
  }

  @ParameterizedTest(name = "a node n of {0}, a pod {1} on {2}, ready {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{unschedulable: true} | {name: p}                                             | n | True  | 1",
        "{unschedulable: true} | {name: p}                                             | n | False | 0",
        "{unschedulable: true} | {name: p}                                             | m | True  | 0",
        "{unschedulable: true} | {name: p, deletionTimestamp: '2026-11-21T10:00:00Z'}  | n | True  | 0",
        "{taints: [{key: drained-by-autoscaler, effect: NoSchedule}]} | {name: p}      | n | True  | 1",
        "{}                    | {name: p}                                             | n | True  | 0",
      })
  void aNodeThatTakesNoMoreStillServesWhileAPodOfItIsReady(
      String node, String metadata, String where, String ready, int count) {
    var pod =
        Serialization.unmarshal(
            "---\n{apiVersion: v1, kind: Pod, metadata: %s, spec: {nodeName: %s}, status: {conditions: [{type: Ready, status: '%s'}]}}"
                .formatted(metadata, where, ready),
            Pod.class);
    assertThat(
            SchedulableNodes.stillServing(
                List.of(node(node)),
                List.of(pod, pod),
                Boards.embedded().getSpec().api().scheduling()))
        .isEqualTo(count);
  }

  private static int count(String scheduling, List<Node> nodes) {
    var board =
        Boards.of(
            "{version: 1.2.3, api: {scheduling: %s}, database: {embedded: {}}}"
                .formatted(scheduling));
    return SchedulableNodes.count(nodes, board.getSpec().api().scheduling());
  }

  private static Node node(String spec) {
    return Serialization.unmarshal(
        "---\n{apiVersion: v1, kind: Node, metadata: {name: n, labels: {disk: ssd}}, spec: %s}"
            .formatted(spec),
        Node.class);
  }
}
