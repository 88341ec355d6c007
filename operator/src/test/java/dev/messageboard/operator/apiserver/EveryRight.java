package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Boards in a test's namespace, for which the operator there needs each of its rights. */
final class EveryRight {

  private static final Duration SOON = BoardsOnApiServer.SOON;
  private static final String WITH_EVERY_KIND =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host: a.example.org},"
          + " api: {autoscaling: {maxReplicas: 3}}}";
  private static final String WITH_OPTIONAL_KINDS =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, gateway: {parentRefs: [{name: edge}]},"
          + " monitoring: {serviceMonitor: true, prometheusRule: true}}";
  private static final String WITHOUT_WHAT_IS_OPTIONAL =
      "{\"spec\":{\"ingress\":null,\"networkPolicy\":{\"enabled\":false},\"api\":{\"replicas\":1,\"autoscaling\":null},\"frontend\":{\"replicas\":1}}}";

  private final BoardsOnApiServer test;
  private final String operators;
  private final List<HasMetadata> theirs = new ArrayList<>();

  /**
   * @param operators namespace of the operator
   */
  EveryRight(BoardsOnApiServer test, String operators) {
    this.test = test;
    this.operators = operators;
  }

  void use() {
    tellTheSameTwice();
    makeAndRemoveEveryKind();
    makeAndRemoveOptionalKinds();
    ownAVolume();
    migrateTwice();
    lookForAServer();
    holdABoardForItsDatabase();
  }

  private void tellTheSameTwice() {
    var name = test.readyBoard(BoardsOnApiServer.EMBEDDED);
    for (var title : List.of("One", "Two")) {
      test.patch(name, "{\"spec\":{\"board\":{\"title\":\"%s\"}}}".formatted(title));
      test.awaitGeneration(name);
    }
  }

  private void makeAndRemoveEveryKind() {
    test.create("first", WITH_EVERY_KIND);
    test.awaitChildren("first");
    await().atMost(SOON).until(() -> childrenOfFirst().contains("Ingress first"));
    var children = test.children();
    for (var child : children) {
      var isOfApps = child.getApiVersion().startsWith("apps");
      if (Set.of("first", "first-config", "first-database", "first-api").contains(name(child))
          && !isOfApps) {
        occupy(child, "first", "second");
      }
      if (Set.of("first-frontend", "first-mysql").contains(name(child)) && isOfApps) {
        occupy(child, "first", "third");
      }
    }
    test.patch("first", WITHOUT_WHAT_IS_OPTIONAL);
    await().atMost(SOON).until(() -> childrenOfFirst().size() == 12);
    test.create("second", WITH_EVERY_KIND);
    test.create("third", BoardsOnApiServer.EMBEDDED);
    test.awaitCondition("second", "Stalled", "True NameConflict");
    test.awaitCondition("third", "Stalled", "True NameConflict");
    assertThat(theirs).extracting(HasMetadata::getKind).contains("HorizontalPodAutoscaler");
    assertTheirsAreUntouched();
  }

  private List<String> childrenOfFirst() {
    return test.children().stream()
        .filter(child -> name(child).startsWith("first"))
        .filter(child -> !child.getMetadata().getOwnerReferences().isEmpty())
        .map(child -> child.getKind() + " " + name(child))
        .toList();
  }

  private void makeAndRemoveOptionalKinds() {
    OptionalCrds.installAll(test.client);
    try {
      test.create("fourth", WITH_OPTIONAL_KINDS);
      await().atMost(SOON).until(() -> optionalChildren().size() == 3);
      optionalChildren().forEach(child -> occupy(child, "fourth", "fifth"));
      test.create("fifth", WITH_OPTIONAL_KINDS);
      test.awaitCondition("fifth", "Stalled", "True NameConflict");
      assertTheirsAreUntouched();
      test.patch("fourth", "{\"spec\":{\"gateway\":null,\"monitoring\":null}}");
      await().atMost(SOON).until(() -> optionalChildren().isEmpty());
    } finally {
      test.client.resources(MessageBoard.class).inNamespace(test.namespace).delete();
      OptionalCrds.removeAll(test.client);
    }
  }

  private List<HasMetadata> optionalChildren() {
    return OptionalCrds.children(test.client, test.namespace, "fourth");
  }

  private void ownAVolume() {
    test.create(
        "sixth",
        BoardsOnApiServer.EMBEDDED.replace("embedded: {}", "embedded: {reclaimPolicy: Delete}"));
    test.awaitChildren("sixth");
    test.stage.playVolume(test.stage.statefulSet("sixth-mysql"));
    await()
        .atMost(SOON)
        .until(() -> !test.stage.volume("sixth").getMetadata().getOwnerReferences().isEmpty());
  }

  private void migrateTwice() {
    test.create("migrating", "{version: 0.1.0, database: {embedded: {}, check: {mode: Disabled}}}");
    await().atMost(SOON).until(() -> jobs().size() == 1);
    var first = jobs().get(0);
    test.patch("migrating", "{\"spec\":{\"migration\":{\"trigger\":\"again\"}}}");
    await().atMost(SOON).until(this::jobs, jobs -> jobs.size() == 1 && !jobs.contains(first));
  }

  /** In the operator's own namespace, where nobody offers this one. */
  private void lookForAServer() {
    test.create("elsewhere", "{version: 0.1.0, database: {provisioned: {server: nobodys}}}");
    test.awaitCondition("elsewhere", "DatabaseReady", "False SecretMissing");
    assertThat(test.audit.watched())
        .contains("secrets %s=nobodys".formatted(Labels.DATABASE_SERVER));
  }

  /** For a moment: nobody listens where this server is said to be. */
  private void holdABoardForItsDatabase() {
    Cluster.offerServer(test.client, operators, "away", 1);
    test.create(
        "held",
        "{version: 0.1.0, database: {provisioned: {server: away, reclaimPolicy: Delete}, check: {interval: 2s, timeout: 1s}}}");
    await().atMost(SOON).until(() -> isHeld("held"));
    test.patch(
        "held", "{\"spec\":{\"database\":{\"provisioned\":{\"reclaimPolicy\":\"Retain\"}}}}");
    await().atMost(SOON).until(() -> !isHeld("held"));
  }

  private boolean isHeld(String name) {
    return !test.stage.board(name).getFinalizers().isEmpty();
  }

  private List<String> jobs() {
    return test.client.batch().v1().jobs().inNamespace(test.namespace).list().getItems().stream()
        .map(EveryRight::name)
        .toList();
  }

  /** The same object, but of another board's name and nobody's. */
  private void occupy(HasMetadata child, String from, String to) {
    var copy = Serialization.clone(child);
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withName(name(child).replace(from, to))
            .withNamespace(test.namespace)
            .build());
    if (copy instanceof Service service) {
      service.getSpec().setClusterIP(null);
      service.getSpec().setClusterIPs(List.of());
    }
    theirs.add(test.client.resource(copy).create());
  }

  private void assertTheirsAreUntouched() {
    for (var object : theirs) {
      assertThat(test.client.resource(object).get().getMetadata().getResourceVersion())
          .as(object.getKind() + " " + name(object))
          .isEqualTo(object.getMetadata().getResourceVersion());
    }
  }

  private static String name(HasMetadata object) {
    return object.getMetadata().getName();
  }
}
