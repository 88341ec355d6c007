package dev.messageboard.operator.apiserver;

import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.prometheus.PrometheusRule;
import dev.messageboard.operator.api.prometheus.ServiceMonitor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Kinds that an API server may or may not know. */
final class OptionalCrds {

  static final String HTTP_ROUTES = "httproutes.gateway.networking.k8s.io";
  static final String SERVICE_MONITORS = "servicemonitors.monitoring.coreos.com";
  static final String PROMETHEUS_RULES = "prometheusrules.monitoring.coreos.com";

  private static final List<String> ALL = List.of(HTTP_ROUTES, SERVICE_MONITORS, PROMETHEUS_RULES);
  private static final Duration SOON = Duration.ofSeconds(30);

  private OptionalCrds() {}

  static void installAll(KubernetesClient client) {
    ALL.forEach(name -> install(client, name));
  }

  static void install(KubernetesClient client, String name) {
    var file = "/crds/" + name.substring(0, name.indexOf('.')) + ".yaml";
    client.load(OptionalCrds.class.getResourceAsStream(file)).serverSideApply();
    await().atMost(SOON).until(() -> isServed(client, name));
  }

  /** With all objects of that kind. */
  static void remove(KubernetesClient client, String name) {
    var crd = client.apiextensions().v1().customResourceDefinitions().withName(name);
    crd.delete();
    await().atMost(SOON).until(() -> crd.get() == null && !isServed(client, name));
  }

  static void removeAll(KubernetesClient client) {
    ALL.forEach(name -> remove(client, name));
  }

  /** What a board has of these kinds. */
  static List<HasMetadata> children(KubernetesClient client, String namespace, String board) {
    return Stream.of(HTTPRoute.class, ServiceMonitor.class, PrometheusRule.class)
        .map(kind -> client.resources(kind).inNamespace(namespace).withName(board).get())
        .filter(Objects::nonNull)
        .map(HasMetadata.class::cast)
        .toList();
  }

  private static boolean isServed(KubernetesClient client, String name) {
    int dot = name.indexOf('.');
    var known = client.getApiResources(name.substring(dot + 1) + "/v1");
    return known != null
        && known.getResources().stream()
            .anyMatch(resource -> resource.getName().equals(name.substring(0, dot)));
  }
}
