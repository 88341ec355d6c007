package dev.messageboard.api.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Map;

/** Certificates as the driver reads them. */
final class TrustStore {

  static final String URL = "trustCertificateKeyStoreUrl";

  /** Certificates are no secret; the format wants a password. */
  private static final String PASSWORD = "trusted";

  private static final String TYPE = "PKCS12";

  private TrustStore() {}

  static Path of(Path pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates(pem)) {
      store.setCertificateEntry("ca-" + number++, certificate);
    }
    Path file = Files.createTempFile("messageboard-ca-", ".p12");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** The settings of the driver for a file that {@link #of} made. */
  static Map<String, String> properties(String url) {
    return Map.of(
        URL,
        url,
        "trustCertificateKeyStoreType",
        TYPE,
        "trustCertificateKeyStorePassword",
        PASSWORD);
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new CertificateException("no certificate");
      }
      return found;
    }
  }
}
