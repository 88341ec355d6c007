package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store has nodes trimmed, an update brings them whole. */
class NodeWatchTest {

  private static final String NODE =
      """
      metadata: {name: one, uid: u, resourceVersion: '7', labels: {zone: a}}
      spec:
        podCIDR: 10.244.0.0/24
        podCIDRs: [10.244.0.0/24]
        providerID: cloud://one
        unschedulable: false
        taints: [{key: busy, effect: PreferNoSchedule}]
      status: {conditions: [{type: Ready, status: 'True', lastHeartbeatTime: '2026-11-21T10:00:00Z'}]}
      """;

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource({
    "10:00:00Z, 10:05:00Z, false",
    "'7', '8', false",
    "'True', Unknown, false",
    "unschedulable: false, unschedulable: true, true",
    "PreferNoSchedule, NoSchedule, true",
    "zone: a, zone: b, true",
  })
  void onlyWhatDecidesWhetherANodeTakesPodsWakesTheBoards(String from, String to, boolean isNews) {
    var before = Serialization.unmarshal(NODE, Node.class);
    var after = Serialization.unmarshal(NODE.replace(from, to), Node.class);
    assertThat(after).isNotEqualTo(before);
    assertThat(NodeWatch.isNews(Trimmed.node(before), after)).isEqualTo(isNews);
  }
}
