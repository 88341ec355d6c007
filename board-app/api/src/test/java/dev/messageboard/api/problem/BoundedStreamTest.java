package dev.messageboard.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {

  @Test
  void whatIsAllowedPassesUnchanged() throws IOException {
    assertThat(bounded(4).readAllBytes()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void theByteAfterTheLastIsRefused() throws IOException {
    InputStream body = bounded(3);
    for (int octet = 1; octet <= 3; octet++) {
      assertThat(body.read()).isEqualTo(octet);
    }
    assertThatThrownBy(body::read).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> bounded(3).readAllBytes()).isInstanceOf(ProblemException.class);
  }

  private static InputStream bounded(long most) {
    return new BoundedStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), most);
  }
}
