package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredServiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                  | {"ports":[{"name":"http","port":80,"protocol":"TCP","targetPort":"http"}],"type":"ClusterIP"}
          {type: NodePort, nodePort: 30080}   | {"ports":[{"name":"http","nodePort":30080,"port":80,"protocol":"TCP","targetPort":"http"}],"type":"NodePort"}
          {type: LoadBalancer, port: 8080}    | {"ports":[{"name":"http","port":8080,"protocol":"TCP","targetPort":"http"}],"type":"LoadBalancer"}
          """)
  void theServiceIsAsTheSpecSays(String service, String wanted) {
    var board =
        Boards.of("{version: 1, frontend: {service: " + service + "}, database: {embedded: {}}}");
    var spec =
        DesiredService.ofTier(board, Component.FRONTEND, board.getSpec().frontend().service())
            .getSpec();
    assertThat(spec.getSelector()).isEqualTo(Labels.selector(board, Component.FRONTEND));
    spec.setSelector(null);
    assertThat(Serialization.asJson(spec)).isEqualTo(wanted);
  }

  @Test
  void annotationsOfServiceAndAccountAreTheSpecs() {
    var board =
        Boards.of(
            "{version: 1, api: {service: {annotations: {a: b}}, serviceAccount: {annotations: {c: d}}}, database: {embedded: {}}}");
    var api = board.getSpec().api();
    var service = DesiredService.ofTier(board, Component.API, api.service());
    var account = DesiredServiceAccount.of(board, Component.API, api.serviceAccount());
    assertThat(service.getMetadata().getAnnotations()).isEqualTo(Map.of("a", "b"));
    assertThat(account.getMetadata().getAnnotations()).isEqualTo(Map.of("c", "d"));
    assertThat(account.getAutomountServiceAccountToken()).isFalse();
  }

  @Test
  void nginxFollowsThePortOfTheApisService() {
    var board = Boards.of("{version: 1, api: {service: {port: 8081}}, database: {embedded: {}}}");
    assertThat(
            DesiredConfigMap.of(board, Boards.installation(), Boards.connections())
                .getData()
                .get("nginx.conf"))
        .contains("server team-api.boards.svc.cluster.local:8081 resolve");
  }
}
