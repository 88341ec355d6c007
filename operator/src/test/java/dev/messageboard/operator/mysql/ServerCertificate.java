package dev.messageboard.operator.mysql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A certificate for a name, signed by its own key: who trusts it, trusts the server. */
public record ServerCertificate(Path directory, String pem) {

  private static final char[] PASSWORD = "password".toCharArray();

  /**
   * @param name as keytool writes it: {@code ip:127.0.0.1} or {@code dns:host}
   */
  public static ServerCertificate of(String name) {
    return of(name, 0, 2);
  }

  /**
   * One that began to be valid so many days ago, or is to begin in as many less than none, and is
   * so for so many days in all.
   */
  public static ServerCertificate of(String name, int age, int days) {
    try {
      var directory = Files.createTempDirectory("certificate-");
      var store = directory.resolve("store.p12");
      generate(name, store, age, days);
      return written(directory, KeyStore.getInstance(store.toFile(), PASSWORD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** When it ends. */
  public Instant expiry() throws CertificateException {
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    var certificate = CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    return ((X509Certificate) certificate).getNotAfter().toInstant();
  }

  /** What mysqld needs to show it. */
  public String[] options() {
    return new String[] {
      "--ssl-cert=" + directory.resolve("cert.pem"), "--ssl-key=" + directory.resolve("key.pem")
    };
  }

  private static void generate(String name, Path store, int age, int days) throws IOException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-startdate",
                "%+dd".formatted(-age),
                "-validity",
                Integer.toString(days),
                "-dname",
                "CN=test",
                "-ext",
                "bc=ca:true",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }

  private static ServerCertificate written(Path directory, KeyStore store)
      throws IOException, GeneralSecurityException {
    var pem = encoded("CERTIFICATE", store.getCertificate("server").getEncoded());
    Files.writeString(directory.resolve("cert.pem"), pem);
    Files.writeString(
        directory.resolve("key.pem"),
        encoded("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
    removeAtExit(directory);
    return new ServerCertificate(directory, pem);
  }

  /** Not before: mysqld reads them. What is registered last is deleted first. */
  private static void removeAtExit(Path directory) {
    directory.toFile().deleteOnExit();
    for (var file : List.of("store.p12", "cert.pem", "key.pem")) {
      directory.resolve(file).toFile().deleteOnExit();
    }
  }

  private static String encoded(String what, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
  }
}
