package dev.messageboard.operator.database.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Text in PEM becomes certificates. */
public final class PemCertificates {

  private PemCertificates() {}

  /**
   * In the order of the text; never none.
   *
   * @throws CertificateException if there is none in the text, or one that cannot be read
   */
  public static List<X509Certificate> read(String pem) throws CertificateException {
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
            .stream()
            .map(X509Certificate.class::cast)
            .toList();
    if (certificates.isEmpty()) {
      throw new CertificateException("no certificate in PEM");
    }
    return certificates;
  }
}
