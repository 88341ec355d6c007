package dev.messageboard.api.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules as the database has them. */
@ApplicationScoped
class StoredRules {

  Rules read() {
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
