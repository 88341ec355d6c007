package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedSecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{database: {embedded: {}}}|",
        "{database: {external: {host: h, secretRef: {name: login}}}} | login",
        "{database: {external: {host: h, secretRef: {name: login}, migrationSecretRef: {name: owner}}}} | login,owner",
        "{database: {external: {host: h, secretRef: {name: one}, migrationSecretRef: {name: one}}}} | one",
        "{database: {provisioned: {server: s}, tls: {mode: VerifyCA, caRef: {secret: ca}}}} | ca",
        "{database: {provisioned: {server: s}, tls: {mode: VerifyCA, caRef: {configMap: ca}}}} |",
        "{database: {embedded: {}}, board: {adminSecretRef: {name: admin}}} | admin",
        "{database: {embedded: {}}, ingress: {host: h, tls: {secretName: front}}} | front",
        "{database: {embedded: {}}, ingress: {host: h, tls: {certManagerIssuer: {name: i}}}} | team-tls"
      })
  void areAllThatTheBoardNamesAndEachOnce(String spec, String names) {
    var board = Boards.of(spec.replaceFirst("\\{", "{version: 1.2.3, "));
    assertThat(String.join(",", NamedSecrets.of(board))).isEqualTo(names == null ? "" : names);
  }
}
