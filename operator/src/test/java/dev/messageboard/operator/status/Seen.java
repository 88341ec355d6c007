package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An observation for tests: a board that serves, and what one changes about it. */
final class Seen {

  private static final String LABELS =
      "{app.kubernetes.io/component: api, app.kubernetes.io/version: 1.2.3}";

  private MessageBoard board = Boards.embedded();
  private Optional<Deployment> frontend = Optional.of(deployment("frontend", SERVING));
  private Optional<Deployment> api = Optional.of(deployment("api", SERVING));
  private Optional<StatefulSet> mysql = Optional.of(mysqlSet(1));
  private Optional<PersistentVolumeClaim> volume = Optional.empty();
  private final List<ReplicaSet> replicaSets = new ArrayList<>(List.of(replicaSet("new", 2)));
  private final List<Pod> pods = new ArrayList<>(List.of(pod("api-new-1", "new", "now", STARTED)));
  private Findings findings = Findings.NONE;
  private Optional<DatabaseCheck> check = Optional.of(CONNECTED);

  private Optional<DatabaseSeen> database = Optional.empty();

  static final DatabaseCheck CONNECTED =
      DatabaseCheck.connected("in", new DatabaseServer("9.7.4", Optional.of("1"), 151));
  static final String SERVING =
      "{observedGeneration: 3, replicas: 2, readyReplicas: 2, updatedReplicas: 2,"
          + " availableReplicas: 2}";
  static final String STARTED = "{containerStatuses: [{name: api, started: true, ready: true}]}";

  static Seen serving() {
    return new Seen();
  }

  Seen board(MessageBoard board) {
    this.board = board;
    return this;
  }

  Seen api(String status) {
    this.api = Optional.ofNullable(status).map(text -> deployment("api", text));
    return this;
  }

  Seen frontend(String status) {
    this.frontend = Optional.ofNullable(status).map(text -> deployment("frontend", text));
    return this;
  }

  /** With {@code spec.replicas: 0}. */
  Seen none(String component, String status) {
    var deployment = deployment(component, status);
    deployment.getSpec().setReplicas(0);
    if ("api".equals(component)) {
      api = Optional.of(deployment);
    } else {
      frontend = Optional.of(deployment);
    }
    return this;
  }

  Seen mysql(Integer ready) {
    this.mysql = Optional.ofNullable(ready).map(Seen::mysqlSet);
    return this;
  }

  /** With the metadata of the embedded database's claim. */
  Seen volume(String more) {
    var claim =
        "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data-team-mysql-0%s}";
    volume = Optional.of(read(claim.formatted(more), PersistentVolumeClaim.class));
    return this;
  }

  Seen withoutPods() {
    pods.clear();
    return this;
  }

  Seen replicaSetOf(String name, int revision) {
    replicaSets.add(replicaSet(name, revision));
    return this;
  }

  Seen podOf(String replicaSet, String status) {
    return podOf(replicaSet, "now", status);
  }

  Seen podOf(String replicaSet, String binding, String status) {
    pods.add(pod("api-" + replicaSet + "-x" + pods.size(), replicaSet, binding, status));
    return this;
  }

  Seen invalid(String message) {
    findings = findings.withSpec(Optional.of(new Problem("InvalidSpec", message)));
    return this;
  }

  Seen check(DatabaseCheck found) {
    check = Optional.ofNullable(found);
    return this;
  }

  Seen database(DatabaseSeen seen) {
    database = Optional.of(seen);
    return this;
  }

  Seen failedCheck(String reason) {
    return check(DatabaseCheck.failed(new Problem(reason, "tell")));
  }

  Seen secretProblem(String reason) {
    findings = findings.withSecret(Optional.of(new Problem(reason, "tell")));
    return this;
  }

  Seen applyProblem(String reason) {
    findings = findings.withApply(List.of(new Problem(reason, "tell")));
    return this;
  }

  Seen findings(UnaryOperator<Findings> change) {
    findings = change.apply(findings);
    return this;
  }

  BoardObservation now() {
    var objects = new ArrayList<HasMetadata>(replicaSets);
    objects.addAll(pods);
    Stream.of(frontend, api, mysql, volume).flatMap(Optional::stream).forEach(objects::add);
    return new BoardObservation(
        board,
        objects,
        database.orElseGet(() -> new DatabaseSeen(Optional.of("db:3306"), check)),
        findings);
  }

  private static Deployment deployment(String name, String status) {
    return read(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: team-%1$s, uid: %1$s, generation: 3, annotations: {deployment.kubernetes.io/revision: "2"}}
        spec: {replicas: 2, template: {metadata: {annotations: {messageboard.dev/config-hash: now}}, spec: {containers: [{name: %1$s, image: "%1$s:1"}]}}}
        status: %2$s
        """
            .formatted(name, status),
        Deployment.class);
  }

  private static StatefulSet mysqlSet(int ready) {
    return read(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: team-mysql, uid: mysql}
        status: {readyReplicas: %d}
        """
            .formatted(ready),
        StatefulSet.class);
  }

  private static ReplicaSet replicaSet(String name, int revision) {
    return read(
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: %s
          uid: %s
          annotations: {deployment.kubernetes.io/revision: "%d"}
          ownerReferences: [{uid: api, controller: true}]
        """
            .formatted(name, name, revision),
        ReplicaSet.class);
  }

  private static Pod pod(String name, String owner, String binding, String status) {
    return read(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          creationTimestamp: "2026-11-21T09:00:00Z"
          labels: %s
          annotations: {messageboard.dev/config-hash: %s}
          ownerReferences: [{uid: %s, controller: true}]
        spec: {containers: [{name: api, image: "api:1"}]}
        status: %s
        """
            .formatted(name, LABELS, binding, owner, status),
        Pod.class);
  }

  private static <T> T read(String yaml, Class<T> kind) {
    return Serialization.unmarshal(yaml, kind);
  }
}
