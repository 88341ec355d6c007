package dev.messageboard.api.moderation;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
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

  /** Refuses what a blocked client writes. */
  public void requireUnblocked(byte[] clientHash, Instant now) {
    Instant until = blocks.get(ByteBuffer.wrap(clientHash));
    if (until != null && now.isBefore(until)) {
      throw new ProblemException(
          ProblemType.CLIENT_BLOCKED, "A moderator has blocked posting from your address.");
    }
  }
}
