package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.Phase;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hurts is the reason, in the words of Kubernetes, and of the newest revision only. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ConditionsApiServerTest extends BoardsOnApiServer {

  private static final String WAITING =
      "{containerStatuses: [{name: api, image: a, imageID: a, ready: false, restartCount: 3, state: {waiting: {reason: %s, message: told}}}]}";

  @ParameterizedTest
  @CsvSource({
    "ImagePullBackOff, told",
    "ErrImagePull, told",
    "CreateContainerConfigError, told",
    "CrashLoopBackOff, container api keeps stopping"
  })
  void aPodThatDoesNotStartSaysWhy(String reason, String message) {
    var name = readyBoard(EMBEDDED);
    var api = stage.deployment(name + "-api");
    stage.playRevision(api, "2");
    stage.playPod(api, "1", WAITING.formatted("OlderTrouble"));
    stage.playPod(api, "2", WAITING.formatted(reason));
    var told = "pod %s-api-r2-1: %s: %s".formatted(name, reason, message);
    awaitCondition(name, "Ready", "False %s: api: %s".formatted(reason, told));
    assertThat(stage.board(name).getStatus().components().api().message()).isEqualTo(told);
  }

  @Test
  void aPodThatFitsNowhereSaysWhy() {
    var name = readyBoard(EMBEDDED);
    var frontend = stage.deployment(name + "-frontend");
    stage.playRevision(frontend, "1");
    stage.playPod(
        frontend,
        "1",
        "{conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: 0/2 nodes are available}]}");
    awaitCondition(
        name,
        "Ready",
        "False Unschedulable: frontend: pod %s-frontend-r1-1: Unschedulable: 0/2 nodes"
            .formatted(name));
  }

  @Test
  void aPodThatANodeGotRidOfSaysWhy() {
    var name = readyBoard(EMBEDDED);
    var api = stage.deployment(name + "-api");
    stage.playRevision(api, "1");
    stage.playPod(
        api, "1", "{phase: Failed, reason: Evicted, message: 'The node was low on: memory.'}");
    awaitCondition(
        name,
        "Ready",
        "False Evicted: api: pod %s-api-r1-1: Evicted: The node was low on".formatted(name));
  }

  @Test
  void aTierOfWhichNoPodAnswersIsNotAvailable() {
    var name = readyBoard(EMBEDDED);
    play(name + "-api", "replicas: 2, updatedReplicas: 2");
    awaitCondition(name, "ApiAvailable", "False PodsNotAvailable: 0 of 2 api pods are available");
    assertThat(stage.condition(name, "FrontendAvailable")).startsWith("True PodsAvailable");
    assertThat(stage.condition(name, "Reconciling")).startsWith("True ").contains("api: ");
  }

  @Test
  void anIngressIsAwaitedUntilAControllerGivesItAnAddress() {
    create(
        "team", EMBEDDED.replace("version:", "ingress: {className: edge, host: a.org}, version:"));
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition(
        "team",
        "Ready",
        "False AddressPending: no Ingress controller has given the Ingress an address yet; its"
            + " class is edge");
    assertThat(stage.condition("team", "IngressReady")).startsWith("False AddressPending");
    assertThat(stage.condition("team", "Reconciling")).startsWith("True AddressPending");
    playAddress("team");
    awaitCondition("team", "IngressReady", "True AddressAssigned");
    awaitCondition("team", "Ready", "True Serving");
    assertThat(stage.condition("team", "Reconciling")).isEqualTo("absent");
  }

  @Test
  void podsThatAQuotaRefusesSayWhy() {
    var name = readyBoard(EMBEDDED);
    play(
        name + "-api",
        "conditions: [{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: exceeded quota}]");
    awaitCondition(name, "Ready", "False FailedCreate: api: FailedCreate: exceeded quota");
  }

  @Test
  void aRolloutThatDoesNotAdvanceStalls() {
    var name = readyBoard(EMBEDDED);
    play(
        name + "-api",
        "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: timed out}]");
    awaitCondition(name, "Stalled", "True ProgressDeadlineExceeded: ");
    assertThat(stage.condition(name, "Reconciling")).isEqualTo("absent");
    await()
        .atMost(SOON)
        .until(
            () -> events(name).stream().anyMatch(e -> e.startsWith("Warning RolloutStalled x1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replicas: 2, updatedReplicas: 2                                                     | Starting",
        "replicas: 3, updatedReplicas: 1, readyReplicas: 2, availableReplicas: 2             | RollingOut",
        "replicas: 2, updatedReplicas: 2, readyReplicas: 1, availableReplicas: 1             | PodsNotReady",
        "replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1, conditions: [{type: Progressing, status: 'True', reason: NewReplicaSetAvailable}] | Scaling",
      })
  void howFarTheTierIsIsTheReason(String status, String reason) {
    var name = readyBoard(EMBEDDED);
    play(name + "-api", status);
    awaitCondition(name, "Ready", "False " + reason + ": api: ");
  }

  @Test
  void aTierThatIsScaledToZeroIsAtRestButNotReady() {
    var name = readyBoard(EMBEDDED);
    patch(name, "{\"spec\":{\"frontend\":{\"replicas\":0}}}");
    await()
        .atMost(SOON)
        .until(() -> stage.deployment(name + "-frontend").getSpec().getReplicas() == 0);
    stage.playReady(stage.deployment(name + "-frontend"));
    awaitCondition(name, "Ready", "False ScaledToZero: frontend.replicas is 0");
    assertThat(stage.condition(name, "FrontendAvailable")).startsWith("False ScaledToZero");
    assertThat(stage.condition(name, "Reconciling")).isEqualTo("absent");
    assertThat(stage.board(name).getStatus().phase()).isEqualTo(Phase.Degraded);
  }

  @Test
  void whatTheApiServerRefusesIsToldInItsWordsUntilItIsAllowed() {
    var quota =
        client
            .resource(
                new ResourceQuotaBuilder()
                    .withNewMetadata()
                    .withName("no-config")
                    .withNamespace(namespace)
                    .endMetadata()
                    .withNewSpec()
                    .withHard(Map.of("count/configmaps", new Quantity("0")))
                    .endSpec()
                    .build())
            .create();
    client
        .resource(quota)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withHard(live.getSpec().getHard())
                    .withUsed(live.getSpec().getHard())
                    .endStatus()
                    .build());
    create("team", EMBEDDED);
    awaitCondition(
        "team", "Ready", "False ApplyFailed: the API server refused a part of the board:");
    assertThat(stage.condition("team", "Ready")).contains("exceeded quota");
    client.resource(quota).delete();
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
  }

  private void play(String deployment, String status) {
    var live = stage.deployment(deployment);
    stage.playStatus(
        live, "{observedGeneration: %d, %s}".formatted(live.getMetadata().getGeneration(), status));
  }
}
