package dev.messageboard.operator.database.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;

/** PEM becomes the PKCS12 file that the driver wants; one file for equal certificates. */
final class TrustStore {

  /** Certificates are no secret; the format wants a password. */
  static final String PASSWORD = "trusted";

  static final String TYPE = "PKCS12";

  private TrustStore() {}

  static Path of(String pem) throws GeneralSecurityException, IOException {
    var digest = MessageDigest.getInstance("SHA-256").digest(pem.getBytes(StandardCharsets.UTF_8));
    var name = "messageboard-ca-%s.p12".formatted(HexFormat.of().formatHex(digest, 0, 16));
    var file = Path.of(System.getProperty("java.io.tmpdir"), name);
    if (!Files.exists(file)) {
      var fresh = Files.createTempFile(file.getParent(), name, ".new");
      Files.write(fresh, encoded(pem));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      file.toFile().deleteOnExit();
    }
    return file;
  }

  private static byte[] encoded(String pem) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    int number = 0;
    for (var certificate : PemCertificates.read(pem)) {
      store.setCertificateEntry("ca-" + number++, certificate);
    }
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, PASSWORD.toCharArray());
    return bytes.toByteArray();
  }
}
