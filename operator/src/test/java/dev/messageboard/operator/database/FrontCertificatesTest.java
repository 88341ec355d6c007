package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.mysql.ServerCertificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontCertificatesTest {

  @Test
  void ofAChainTheFirstOneCounts() throws Exception {
    var leaf = ServerCertificate.of("dns:a.example.org,dns:*.example.org,ip:10.0.0.1", 3, 10);
    var issuer = ServerCertificate.of("dns:issuer.example.org", 0, 100);
    var read = FrontCertificates.read(leaf.pem() + issuer.pem(), "tls.crt", "Secret s");
    assertThat(read.names()).containsExactly("a.example.org", "*.example.org");
    assertThat(Duration.between(read.notBefore(), read.notAfter())).isEqualTo(Duration.ofDays(10));
    assertThat(read.notAfter()).isEqualTo(leaf.expiry());
  }

  @Test
  void oneWithoutNamesIsForNobody() throws UnusableSecret {
    var read = FrontCertificates.read(ServerCertificate.of("ip:10.0.0.1").pem(), "tls.crt", "s");
    assertThat(read.names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  void whatIsNoCertificateSaysWhere(String text) {
    assertThatThrownBy(() -> FrontCertificates.read(text, "tls.crt", "Secret s"))
        .isInstanceOf(UnusableSecret.class)
        .hasMessage("key tls.crt of Secret s holds no certificate in PEM: correct it");
  }
}
