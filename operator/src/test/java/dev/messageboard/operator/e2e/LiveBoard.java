package dev.messageboard.operator.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One MessageBoard on the cluster of {@code KUBECONFIG}, read untyped: the contract, not our
 * classes.
 */
record LiveBoard(KubernetesClient client, String namespace, String name) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVERY_KIND =
      "deployments,replicasets,statefulsets,jobs,pods,services,configmaps,secrets,serviceaccounts,"
          + "persistentvolumeclaims,networkpolicies,poddisruptionbudgets,endpointslices,leases";
  private static final ResourceDefinitionContext MESSAGE_BOARDS =
      new ResourceDefinitionContext.Builder()
          .withGroup("messageboard.dev")
          .withVersion("v1alpha1")
          .withKind("MessageBoard")
          .withPlural("messageboards")
          .withNamespaced(true)
          .build();

  /** Type, status, reason and message of a condition, and since when that is its status. */
  record Condition(String type, String status, String reason, String message, String since) {
    boolean isTrue() {
      return "True".equals(status);
    }
  }

  /** Waits until the condition is there and {@code wanted} holds; fails after {@code limit}. */
  Condition await(String type, Predicate<Condition> wanted, Duration limit) {
    var board =
        resource()
            .waitUntilCondition(
                b -> condition(b, type).filter(wanted).isPresent(),
                limit.toSeconds(),
                TimeUnit.SECONDS);
    return condition(board, type).orElseThrow();
  }

  Condition condition(String type) {
    return condition(resource().get(), type).orElseThrow();
  }

  /** Waits for the object of this reference to exist with another UID than {@code previous}. */
  <T extends HasMetadata> T awaitSuccessor(Resource<T> child, T previous, Duration limit) {
    var uid = previous.getMetadata().getUid();
    return child.waitUntilCondition(
        c -> c != null && !uid.equals(c.getMetadata().getUid()),
        limit.toSeconds(),
        TimeUnit.SECONDS);
  }

  String uid() {
    return resource().get().getMetadata().getUid();
  }

  /** What was made for it and is there, as {@code kind/name}, one a line. */
  String children() {
    return Kubectl.run(
        namespace,
        "get",
        EVERY_KIND,
        "--selector=app.kubernetes.io/instance=" + name,
        "--output=name");
  }

  FrontDoor frontDoor() {
    return FrontDoor.of(namespace, name);
  }

  private Resource<GenericKubernetesResource> resource() {
    return client.genericKubernetesResources(MESSAGE_BOARDS).inNamespace(namespace).withName(name);
  }

  private static Optional<Condition> condition(GenericKubernetesResource board, String type) {
    if (board == null) {
      return Optional.empty();
    }
    var status = JSON.valueToTree(board.getAdditionalProperties().getOrDefault("status", Map.of()));
    for (var condition : status.path("conditions")) {
      if (type.equals(condition.path("type").asText())
          && condition.path("observedGeneration").asLong() == board.getMetadata().getGeneration()) {
        return Optional.of(
            new Condition(
                type,
                condition.path("status").asText(),
                condition.path("reason").asText(),
                condition.path("message").asText(),
                condition.path("lastTransitionTime").asText()));
      }
    }
    return Optional.empty();
  }
}
