package dev.messageboard.operator.database.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.mysql.ServerCertificate;
import java.security.cert.CertificateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemCertificatesTest {

  @Test
  void aBundleKeepsItsOrder() throws CertificateException {
    var one = ServerCertificate.of("dns:one");
    var other = ServerCertificate.of("dns:other");
    assertThat(PemCertificates.read(one.pem() + other.pem()))
        .containsExactly(
            PemCertificates.read(one.pem()).get(0), PemCertificates.read(other.pem()).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "none", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  void aTextWithoutAGoodOneIsRefused(String text) {
    assertThatThrownBy(() -> PemCertificates.read(text)).isInstanceOf(CertificateException.class);
  }
}
