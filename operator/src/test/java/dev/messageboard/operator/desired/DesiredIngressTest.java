package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredIngressTest {

  private static final String FRONTEND =
      "{\"service\":{\"name\":\"team-frontend\",\"port\":{\"name\":\"http\"}}}";

  @Test
  void withoutAHostTheFrontendIsTheDefaultBackend() {
    assertThat(Serialization.asJson(of("{}").getSpec()))
        .isEqualTo("{\"defaultBackend\":" + FRONTEND + "}");
  }

  @Test
  void eachHostLeadsToTheFrontendAndIsInTheCertificateOnce() {
    var spec =
        of("{className: nginx, host: a.org, additionalHosts: ['*.a.org', a.org], tls: {secretName: s}}")
            .getSpec();
    assertThat(spec.getIngressClassName()).isEqualTo("nginx");
    assertThat(spec.getDefaultBackend()).isNull();
    assertThat(spec.getRules()).extracting("host").containsExactly("a.org", "*.a.org");
    assertThat(Serialization.asJson(spec.getRules().get(0).getHttp()))
        .isEqualTo(
            "{\"paths\":[{\"backend\":" + FRONTEND + ",\"path\":\"/\",\"pathType\":\"Prefix\"}]}");
    assertThat(Serialization.asJson(spec.getTls()))
        .isEqualTo("[{\"hosts\":[\"a.org\",\"*.a.org\"],\"secretName\":\"s\"}]");
  }

  @Test
  void certManagerIsAskedForASecretOfTheBoardsName() {
    var ingress = of("{host: a.org, tls: {certManagerIssuer: {name: le}}}");
    assertThat(ingress.getSpec().getTls().get(0).getSecretName()).isEqualTo("team-tls");
    assertThat(ingress.getMetadata().getAnnotations())
        .containsEntry("cert-manager.io/issuer", "le");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {host: a.org, tls: {certManagerIssuer: {kind: ClusterIssuer, name: le}}} | {cert-manager.io/cluster-issuer=le}
          {profile: AWSLoadBalancer} | {alb.ingress.kubernetes.io/healthcheck-path=/healthz, alb.ingress.kubernetes.io/scheme=internet-facing, alb.ingress.kubernetes.io/target-type=ip}
          {profile: AWSLoadBalancer, aws: {scheme: internal, targetType: instance, groupName: g}, annotations: {alb.ingress.kubernetes.io/healthcheck-path: /}} | {alb.ingress.kubernetes.io/group.name=g, alb.ingress.kubernetes.io/healthcheck-path=/, alb.ingress.kubernetes.io/scheme=internal, alb.ingress.kubernetes.io/target-type=instance}
          {profile: AWSLoadBalancer, aws: {certificateArn: arn}} | {alb.ingress.kubernetes.io/certificate-arn=arn, alb.ingress.kubernetes.io/healthcheck-path=/healthz, alb.ingress.kubernetes.io/listen-ports=[{"HTTP": 80}, {"HTTPS": 443}], alb.ingress.kubernetes.io/scheme=internet-facing, alb.ingress.kubernetes.io/ssl-redirect=443, alb.ingress.kubernetes.io/target-type=ip}
          {annotations: {a: b}} | {a=b}
          """)
  void whatTheControllerReadsIsWrittenAsAnnotations(String ingress, String annotations) {
    assertThat(new TreeMap<>(of(ingress).getMetadata().getAnnotations())).hasToString(annotations);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {host: a.org}                                            | http://a.org
          {host: a.org, tls: {secretName: s}}                      | https://a.org
          {host: a.org, profile: AWSLoadBalancer, aws: {certificateArn: arn}} | https://a.org
          {}                                                       | none
          """)
  void theUrlFollowsFromTheIngress(String ingress, String url) {
    var board = Boards.of("{version: 1, database: {embedded: {}}, ingress: " + ingress + "}");
    assertThat(PublicUrl.of(board).orElse("none")).isEqualTo(url);
  }

  @Test
  void theUrlOfTheSpecComesFirst() {
    var board =
        Boards.of(
            "{version: 1, publicUrl: 'https://b.org/', database: {embedded: {}}, ingress: {host: a.org}}");
    assertThat(PublicUrl.of(board)).contains("https://b.org");
  }

  private static Ingress of(String ingress) {
    return DesiredIngress.of(
        Boards.of("{version: 1, database: {embedded: {}}, ingress: " + ingress + "}"));
  }
}
