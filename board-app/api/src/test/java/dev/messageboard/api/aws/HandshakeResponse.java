package dev.messageboard.api.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The packet in which a MySQL client says who it is, with everything but its proof. */
record HandshakeResponse(String user, byte[] withoutProof) {

  static final int SSL = 0x800;

  private static final int CONNECT_WITH_DB = 0x8;
  private static final int LENENC_PROOF = 0x200000;
  private static final int FIXED = 32;
  private static final int LONGEST_SHORT = 250;
  private static final String EMPTY_PASSWORD_PLUGIN = "caching_sha2_password";

  static int capabilities(byte[] packet) {
    return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  static HandshakeResponse of(byte[] packet) {
    int asked = capabilities(packet);
    ByteBuffer rest = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).position(FIXED);
    ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
    byte[] head = new byte[FIXED];
    System.arraycopy(packet, 0, head, 0, FIXED);
    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(asked & ~SSL);
    rewritten.writeBytes(head);
    byte[] user = text(rest);
    rewritten.writeBytes(terminated(user));
    skipProof(rest, asked);
    rewritten.write(0);
    if ((asked & CONNECT_WITH_DB) != 0) {
      rewritten.writeBytes(terminated(text(rest)));
    }
    text(rest);
    rewritten.writeBytes(terminated(EMPTY_PASSWORD_PLUGIN.getBytes(UTF_8)));
    byte[] attributes = new byte[rest.remaining()];
    rest.get(attributes);
    rewritten.writeBytes(attributes);
    return new HandshakeResponse(new String(user, UTF_8), rewritten.toByteArray());
  }

  private static void skipProof(ByteBuffer rest, int asked) {
    int length = rest.get() & 0xff;
    if ((asked & LENENC_PROOF) != 0 && length > LONGEST_SHORT) {
      throw new IllegalStateException("a proof of that length is not expected before it is asked");
    }
    rest.position(rest.position() + length);
  }

  private static byte[] text(ByteBuffer rest) {
    int start = rest.position();
    while (rest.get() != 0) {
      // up to the terminator
    }
    byte[] text = new byte[rest.position() - start - 1];
    rest.get(start, text);
    return text;
  }

  private static byte[] terminated(byte[] text) {
    byte[] longer = new byte[text.length + 1];
    System.arraycopy(text, 0, longer, 0, text.length);
    return longer;
  }
}
