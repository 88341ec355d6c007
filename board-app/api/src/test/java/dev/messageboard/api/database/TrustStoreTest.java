package dev.messageboard.api.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {

  @TempDir Path directory;

  @Test
  void aFileWithoutCertificatesIsRefused() throws IOException {
    Path pem = Files.writeString(directory.resolve("ca.pem"), "");
    assertThatThrownBy(() -> TrustStore.of(pem)).isInstanceOf(CertificateException.class);
  }
}
