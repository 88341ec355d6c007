package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every child that a spec can ask for: made once, left alone, never taken, and removed again. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ChildrenApiServerTest extends BoardsOnApiServer {

  private static final String REPORTED = "change-control.yaml";
  private static final String PAUSED = "paused.yaml";
  private static final String WITH_INGRESS =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host:"
          + " a.example.org}}";

  static List<String> samples() {
    return Samples.names().stream()
        .filter(name -> !Set.of(REPORTED, PAUSED).contains(name))
        .toList();
  }

  @Test
  void theSampleThatIsPausedIsMadeWhenItNoLongerIs() {
    var name = Samples.createBoard(client, namespace, PAUSED);
    awaitCondition(name, "Paused", "True Paused: ");
    awaitCondition(name, "Ready", "False Paused: spec.paused is true: not written are ");
    assertThat(childWrites()).isEmpty();
    patch(name, "{\"spec\":{\"paused\":false}}");
    awaitChildren(name);
  }

  @Test
  void theSampleThatReportsStaysAsOthersLeftIt() {
    var name = Samples.createBoard(client, namespace, REPORTED);
    awaitChildren(name);
    client.configMaps().inNamespace(namespace).withName(name + "-config").delete();
    await()
        .atMost(SOON)
        .until(() -> events(name).stream().anyMatch(e -> e.startsWith("Warning DriftDetected x1")));
    assertThat(described()).doesNotContain("ConfigMap " + name + "-config");
  }

  /** The operator has looked at all children when it has put back one, twice. */
  @ParameterizedTest
  @MethodSource("samples")
  void whateverASampleAsksForIsAppliedOnceAndNeverAgain(String sample) {
    var name = Samples.createBoard(client, namespace, sample);
    awaitChildren(name);
    awaitCondition(name, "Ready", "False");
    for (int look = 0; look < 2; look++) {
      var before = childWrites();
      client.configMaps().inNamespace(namespace).withName(name + "-config").delete();
      await().atMost(SOON).until(() -> childWrites().size() > before.size());
      var after = childWrites();
      assertThat(after.subList(before.size(), after.size()))
          .containsExactly("patch configmaps " + name + "-config");
    }
  }

  @Test
  void aChildOfEachKindThatSomebodyElseOwnsIsLeftAloneAndNamed() {
    create("team", WITH_INGRESS);
    awaitChildren("team");
    await().atMost(SOON).until(() -> children().size() == 18);
    var originals = children();
    enter(Cluster.newNamespace(client, "boards-" + COUNT.incrementAndGet()));
    var foreign = new ArrayList<HasMetadata>();
    originals.forEach(child -> foreign.add(client.resource(nobodys(child)).create()));
    create("team", WITH_INGRESS);

    var named = new TreeSet<String>();
    while (!foreign.isEmpty()) {
      awaitCondition("team", "Stalled", "True NameConflict");
      var told = stage.condition("team", "Stalled");
      var next =
          foreign.stream().filter(object -> told.contains(" " + described(object) + " ")).findAny();
      assertThat(next).as(told).isPresent();
      foreign.forEach(ChildrenApiServerTest.this::assertUntouched);
      named.add(described(next.get()));
      client.resource(next.get()).delete();
      foreign.remove(next.get());
      patch("team", "{\"spec\":{\"board\":{\"title\":\"After %d\"}}}".formatted(named.size()));
      await()
          .atMost(SOON)
          .until(() -> !stage.condition("team", "Stalled").contains(described(next.get()) + " "));
    }
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            originals.stream().map(ChildrenApiServerTest::described).collect(Collectors.toSet()));
  }

  @Test
  void everyChildIsOursByApplyAndOwnedByItsBoard() {
    create("team", WITH_INGRESS);
    awaitChildren("team");
    await().atMost(SOON).until(() -> children().size() == 18);
    var uid = stage.board("team").getMetadata().getUid();
    assertThat(children())
        .allSatisfy(
            child -> {
              var metadata = child.getMetadata();
              assertThat(metadata.getManagedFields())
                  .as(described(child))
                  .extracting(entry -> entry.getManager() + " " + entry.getOperation())
                  .containsExactly("messageboard-operator Apply");
              assertThat(metadata.getOwnerReferences())
                  .singleElement()
                  .matches(owner -> uid.equals(owner.getUid()) && owner.getController());
              assertThat(metadata.getLabels())
                  .containsEntry("app.kubernetes.io/name", "messageboard")
                  .containsEntry("app.kubernetes.io/instance", "team")
                  .containsEntry("app.kubernetes.io/part-of", "messageboard")
                  .containsEntry("app.kubernetes.io/managed-by", "messageboard-operator")
                  .containsKey("app.kubernetes.io/component");
            });
  }

  @Test
  void whatIsNoLongerAskedForIsRemovedAndComesBackWithItsField() {
    create("team", WITH_INGRESS);
    awaitChildren("team");
    await().atMost(SOON).until(() -> children().size() == 18);
    var all = described();
    patch("team", "{\"spec\":{\"ingress\":null}}");
    await().atMost(SOON).until(() -> !described().contains("Ingress team"));
    patch("team", "{\"spec\":{\"networkPolicy\":{\"enabled\":false}}}");
    await().atMost(SOON).until(() -> described().stream().noneMatch(c -> c.contains("NetworkP")));
    patch("team", "{\"spec\":{\"api\":{\"replicas\":1}}}");
    await().atMost(SOON).until(() -> !described().contains("PodDisruptionBudget team-api"));
    assertThat(described()).contains("PodDisruptionBudget team-frontend");

    patch(
        "team",
        "{\"spec\":{\"ingress\":{\"host\":\"a.example.org\"},\"networkPolicy\":{\"enabled\":true},\"api\":{\"replicas\":2}}}");
    await().atMost(SOON).untilAsserted(() -> assertThat(described()).isEqualTo(all));
  }

  @Test
  void anIngressOfThatNameThatIsNotOursOutlivesTheField() {
    create("other", WITH_INGRESS);
    awaitChildren("other");
    await().atMost(SOON).until(() -> described().contains("Ingress other"));
    var theirs =
        nobodys(client.network().v1().ingresses().inNamespace(namespace).withName("other").get());
    theirs.getMetadata().setName("team");
    client.resource(theirs).create();
    create("team", WITH_INGRESS);
    awaitCondition("team", "Stalled", "True NameConflict: Ingress team ");
    patch("team", "{\"spec\":{\"ingress\":null}}");
    awaitCondition("team", "Stalled", "absent");
    assertThat(described()).contains("Ingress team");
  }

  private List<String> childWrites() {
    return audit.writes(namespace).stream()
        .filter(write -> !write.contains("/status") && !write.contains(" events "))
        .toList();
  }

  private void assertUntouched(HasMetadata object) {
    assertThat(client.resource(object).get().getMetadata().getResourceVersion())
        .as(described(object))
        .isEqualTo(object.getMetadata().getResourceVersion());
  }

  private TreeSet<String> described() {
    return children().stream()
        .map(ChildrenApiServerTest::described)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String described(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  private HasMetadata nobodys(HasMetadata child) {
    var copy = Serialization.clone(child);
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withName(child.getMetadata().getName())
            .withNamespace(namespace)
            .build());
    if (copy instanceof Service service) {
      service.getSpec().setClusterIP(null);
      service.getSpec().setClusterIPs(List.of());
    }
    return copy;
  }
}
