package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

/** What the caches do not keep. */
class TrimmedTest {

  private static final String METADATA =
      """
      {name: team-api-1, namespace: boards, uid: u, resourceVersion: "7", labels: {a: b}, annotations: {c: d},
         creationTimestamp: "2026-11-21T10:00:00Z", ownerReferences: [{kind: ReplicaSet, name: r, uid: o}]}
      """;
  private static final String STATUS =
      """
      {phase: Pending, reason: Evicted, message: why, conditions: [{type: Ready, status: "False"}],
         containerStatuses: [{name: api, ready: true}], initContainerStatuses: [{name: wait, ready: true}]}
      """;

  @Test
  void ofAPodOnlyWhatTheStatusIsMadeOfIsKept() {
    var full =
        """
        metadata: %s
        spec:
          nodeName: one
          serviceAccountName: team-api
          volumes: [{name: tmp, emptyDir: {}}]
          containers:
          - {name: api, image: "api:1", env: [{name: SECRET, value: word}], ports: [{containerPort: 8080}]}
        status: %s
        """
            .formatted(
                METADATA.replace("{name", "{managedFields: [{manager: kubelet}], name"),
                STATUS.replace("{phase", "{podIP: 10.0.0.1, hostIP: 10.0.0.2, qosClass: x, phase"));
    var kept =
        "metadata: %s\nspec: {nodeName: one, containers: [{name: api, image: 'api:1'}]}\nstatus: %s"
            .formatted(METADATA, STATUS);
    assertThat(tree(Trimmed.pod(read(full, Pod.class)))).isEqualTo(tree(read(kept, Pod.class)));
  }

  @Test
  void ofAReplicaSetOnlyWhoseItIsAndItsRevision() {
    var full =
        "metadata: %s\nspec: {replicas: 2, template: {spec: {nodeName: one}}}\nstatus: {replicas: 2}"
            .formatted(METADATA);
    assertThat(tree(Trimmed.replicaSet(read(full, ReplicaSet.class))))
        .isEqualTo(tree(read("metadata: %s".formatted(METADATA), ReplicaSet.class)));
  }

  @Test
  void ofANodeOnlyWhetherItTakesPods() {
    var labels = "labels: {kubernetes.io/os: linux}";
    var taken = "spec: {unschedulable: true, taints: [{key: gone, effect: NoSchedule}]";
    var full =
        "metadata: {name: one, uid: u, resourceVersion: '7', annotations: {a: b}, %s}\n%s, podCIDR: 10.0.0.0/24}\nstatus: {images: [{names: [a]}]}"
            .formatted(labels, taken);
    var kept =
        "metadata: {name: one, uid: u, resourceVersion: '7', %s}\n%s}".formatted(labels, taken);
    assertThat(tree(Trimmed.node(read(full, Node.class)))).isEqualTo(tree(read(kept, Node.class)));
  }

  private static <T> T read(String yaml, Class<T> kind) {
    return Serialization.unmarshal(yaml, kind);
  }

  private static JsonNode tree(Object object) {
    return Serialization.unmarshal(Serialization.asJson(object), JsonNode.class);
  }
}
