package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class DesiredHttpRouteTest {

  @Test
  void everyRequestGoesToTheFrontendsServiceAndNothingIsLeftToDefaults() {
    var board =
        Boards.of(
            "{version: 1.2.3, database: {embedded: {}}, frontend: {service: {port: 8080}},"
                + " gateway: {parentRefs: [{name: edge, namespace: gateways, sectionName: https, port: 443}],"
                + " hostnames: [b.org, '*.b.org']}}");
    var route = DesiredHttpRoute.of(board);
    assertThat(route.getMetadata().getName()).isEqualTo("team");
    assertThat(Serialization.asJson(route.getSpec()))
        .isEqualTo(
            "{\"hostnames\":[\"b.org\",\"*.b.org\"],\"parentRefs\":[{\"kind\":\"Gateway\","
                + "\"group\":\"gateway.networking.k8s.io\",\"name\":\"edge\",\"namespace\":\"gateways\",\"port\":443,"
                + "\"sectionName\":\"https\"}],\"rules\":[{\"backendRefs\":[{\"kind\":\"Service\",\"group\":\"\","
                + "\"name\":\"team-frontend\",\"port\":8080,\"weight\":1}],\"matches\":[{\"path\":"
                + "{\"type\":\"PathPrefix\",\"value\":\"/\"}}]}]}");
  }
}
