package dev.messageboard.operator.database;

import dev.messageboard.operator.database.check.PemCertificates;
import dev.messageboard.operator.status.FrontCertificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Text in PEM becomes what is to be known of a certificate. */
final class FrontCertificates {

  /** Of the kinds of names that a certificate may have, the one of hosts (RFC 5280). */
  private static final Integer DNS_NAME = 2;

  private FrontCertificates() {}

  /**
   * The first one: those of its issuers follow.
   *
   * @param told the object whose key holds it
   */
  static FrontCertificate read(String pem, String key, String told) throws UnusableSecret {
    try {
      var first = PemCertificates.read(pem).get(0);
      return new FrontCertificate(
          first.getNotBefore().toInstant(), first.getNotAfter().toInstant(), names(first));
    } catch (CertificateException e) {
      throw new UnusableSecret(
          "CertificateInvalid",
          "key %s of %s holds no certificate in PEM: correct it".formatted(key, told));
    }
  }

  private static List<String> names(X509Certificate certificate) throws CertificateException {
    return Stream.ofNullable(certificate.getSubjectAlternativeNames())
        .flatMap(Collection::stream)
        .filter(name -> DNS_NAME.equals(name.get(0)))
        .map(name -> (String) name.get(1))
        .toList();
  }
}
