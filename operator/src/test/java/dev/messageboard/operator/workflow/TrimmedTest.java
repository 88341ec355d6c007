package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

/** What the caches do not keep. */
class TrimmedTest {

  private static final String METADATA =
      """
      {name: team-api-1, namespace: boards, uid: u, resourceVersion: "7", labels: {a: b}, annotations: {%s},
         creationTimestamp: "2026-11-21T10:00:00Z", ownerReferences: [{kind: ReplicaSet, name: r, uid: o}]}
      """;
  private static final String END = "exitCode: 1, reason: Error, message: why, finishedAt: now";

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
        status:
          phase: Pending
          reason: Evicted
          message: why
          podIP: 10.0.0.1
          qosClass: x
          conditions:
          - {type: Ready, status: "False", reason: r, message: m, lastTransitionTime: then}
          - {type: Initialized, status: "True"}
          containerStatuses:
          - {name: api, image: i, imageID: j, containerID: c, ready: true, started: true, restartCount: 2, volumeMounts: [{name: tmp, mountPath: /tmp}],
             state: {running: {startedAt: then}}, lastState: {terminated: {%s, containerID: c, startedAt: then}}}
          initContainerStatuses: [{name: wait, ready: true, restartCount: 0, state: {waiting: {reason: r, message: m}}}]
        """
            .formatted(metadata("messageboard.dev/config-hash: h, c: d", true), END);
    var kept =
        """
        metadata: %s
        spec: {nodeName: one, containers: [{name: api, image: "api:1"}]}
        status:
          phase: Pending
          reason: Evicted
          message: why
          conditions: [{type: Ready, status: "False", reason: r, message: m}]
          containerStatuses: [{name: api, started: true, restartCount: 2, state: {}, lastState: {terminated: {%s}}}]
          initContainerStatuses: [{name: wait, restartCount: 0, state: {waiting: {reason: r, message: m}}}]
        """
            .formatted(metadata("messageboard.dev/config-hash: h", false), END);
    assertThat(tree(Trimmed.pod(read(full, Pod.class)))).isEqualTo(tree(read(kept, Pod.class)));
  }

  @Test
  void ofAReplicaSetOnlyWhoseItIsAndItsRevision() {
    var revision = "deployment.kubernetes.io/revision: '3'";
    var full =
        "metadata: %s\nspec: {replicas: 2, template: {spec: {nodeName: one}}}\nstatus: {replicas: 2}"
            .formatted(metadata(revision + ", c: d", true));
    var kept = "metadata: %s".formatted(metadata(revision, false));
    assertThat(tree(Trimmed.replicaSet(read(full, ReplicaSet.class))))
        .isEqualTo(tree(read(kept, ReplicaSet.class)));
  }

  private static String metadata(String annotations, boolean isManaged) {
    var text = METADATA.formatted(annotations);
    return isManaged ? text.replace("{name", "{managedFields: [{manager: kubelet}], name") : text;
  }

  @Test
  void ofAClaimOnlyWhoseItIs() {
    var full =
        "metadata: %s\nspec: {accessModes: [ReadWriteOnce], volumeName: one}\nstatus: {phase: Bound}"
            .formatted(metadata("c: d", true));
    var kept = "metadata: %s".formatted(metadata("", false));
    assertThat(tree(Trimmed.claim(read(full, PersistentVolumeClaim.class))))
        .isEqualTo(tree(read(kept, PersistentVolumeClaim.class)));
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
