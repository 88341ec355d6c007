package dev.messageboard.api.posting;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** The header {@code Idempotency-Key}: a UUID that the client makes up for one message. */
record IdempotencyKey(UUID value, boolean given) {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM =
      Pattern.compile("\"?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\"?");

  static IdempotencyKey of(String header) {
    if (header == null) {
      return new IdempotencyKey(UUID.randomUUID(), false);
    }
    var form = FORM.matcher(header.strip());
    if (!form.matches()) {
      throw new ProblemException(
          ProblemType.INVALID_HEADER, "The header 'Idempotency-Key' must be a UUID.");
    }
    return new IdempotencyKey(UUID.fromString(form.group(1)), true);
  }

  ByteBuffer bytes() {
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .flip();
  }
}
