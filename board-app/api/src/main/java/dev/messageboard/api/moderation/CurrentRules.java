package dev.messageboard.api.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules, at most two seconds old: moderators of another replica are heard soon enough. */
@ApplicationScoped
public class CurrentRules {

  private static final long MAX_AGE_NANOS = Duration.ofSeconds(2).toNanos();

  private volatile Rules rules;
  private volatile long readAt;

  /** Asks the database if what is known is too old. */
  public Rules get() {
    Rules known = rules;
    if (known == null || System.nanoTime() - readAt > MAX_AGE_NANOS) {
      known = read();
      rules = known;
      readAt = System.nanoTime();
    }
    return known;
  }

  /** Makes a change of this replica count at once. */
  public void forget() {
    rules = null;
  }

  private static Rules read() {
    List<HeldWord> words = HeldWord.listAll();
    Map<ByteBuffer, Instant> blocks =
        ClientBlock.<ClientBlock>list("expiresAt > ?1", Instant.now()).stream()
            .collect(
                Collectors.toMap(
                    block -> ByteBuffer.wrap(block.clientHash), block -> block.expiresAt));
    return new Rules(pattern(words), blocks);
  }

  private static Pattern pattern(List<HeldWord> words) {
    return words.isEmpty()
        ? Rules.NO_WORDS
        : Pattern.compile(
            words.stream()
                .map(held -> Pattern.quote(held.word))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
            Pattern.UNICODE_CHARACTER_CLASS);
  }
}
