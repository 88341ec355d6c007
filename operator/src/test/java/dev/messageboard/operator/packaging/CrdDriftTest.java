package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrdDriftTest {

  private static final Path COMMITTED =
      Path.of("..", "crds", "messageboards.messageboard.dev-v1.yml");

  @Test
  void theCommittedCrdIsTheOneThatTheClassesDescribe() throws IOException {
    var generated = CrdGeneration.yaml();
    if (Boolean.getBoolean("crd.update")) {
      Files.writeString(COMMITTED, generated);
    }
    assertThat(Files.readString(COMMITTED))
        .as(
            "crds/ is out of date: run `mvn -pl operator test -Dtest=CrdDriftTest -Dcrd.update=true` and commit it")
        .isEqualTo(generated);
  }

  /** An API server takes up to 1.5 MiB, but people read this, and `kubectl apply` remembers it. */
  @Test
  void theCrdStaysBelow200KiB() {
    assertThat(CrdGeneration.yaml().getBytes(StandardCharsets.UTF_8).length).isLessThan(200 * 1024);
  }
}
