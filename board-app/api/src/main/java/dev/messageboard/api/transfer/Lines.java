package dev.messageboard.api.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads UTF-8 line by line. What is longer than any message can be is cut, and then no JSON. */
final class Lines {

  private static final int LONGEST = 64 * 1024;

  private final InputStream body;

  Lines(InputStream body) {
    this.body = new BufferedInputStream(body);
  }

  /** Empty at the end. */
  Optional<String> next() throws IOException {
    int octet = body.read();
    if (octet < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (octet >= 0 && octet != '\n') {
      if (line.size() < LONGEST) {
        line.write(octet);
      }
      octet = body.read();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
