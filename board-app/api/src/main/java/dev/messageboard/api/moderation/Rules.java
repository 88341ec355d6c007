package dev.messageboard.api.moderation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What holds for new texts at a moment: held words as one pattern, and who is blocked. */
public record Rules(Pattern words, Map<ByteBuffer, Instant> blocks) {

  static final Pattern NO_WORDS = Pattern.compile("(?!)");

  /** Whether a moderator has to see the text first. Words are found whole, in any case. */
  public boolean hold(String... texts) {
    for (String text : texts) {
      if (words.matcher(text.toLowerCase(Locale.ROOT)).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether this client may not post now. */
  public boolean blocks(byte[] clientHash, Instant now) {
    Instant until = blocks.get(ByteBuffer.wrap(clientHash));
    return until != null && now.isBefore(until);
  }
}
