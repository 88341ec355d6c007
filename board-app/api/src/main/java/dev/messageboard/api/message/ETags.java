package dev.messageboard.api.message;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Entity tags. A message's is {@code "version.activity"}: an edit is based on the version only, so
 * that a reaction given meanwhile does not spoil it.
 */
@ApplicationScoped
public class ETags {

  private final int salt;

  ETags(BoardSettings settings) {
    // An enum's own hash is another in each process, and replicas have to agree.
    this.salt = Objects.hash(settings.markup().ordinal());
  }

  String of(Message message) {
    return "\"" + message.version + "." + message.activity + "-" + Integer.toHexString(salt) + "\"";
  }

  /** Weak: two pages of one tag show the same messages alike. */
  String of(List<MessageRow> rows, String neighbours) {
    long hash = salt;
    for (MessageRow row : rows) {
      hash = (hash * 31 + row.id()) * 31 + row.version() * 1_000_003L + row.activity();
    }
    return "W/\"" + Long.toHexString(hash * 31 + neighbours.hashCode()) + "\"";
  }

  /** RFC 9110: compared weakly, any of a list or a star. */
  static boolean matches(String ifNoneMatch, String tag) {
    return ifNoneMatch != null && listed(ifNoneMatch, opaque(tag));
  }

  /** Refuses an edit that is not based on what the row holds now. */
  static void requireCurrent(String ifMatch, Message message) {
    String current = "\"" + message.version + ".";
    boolean fits =
        ifMatch.strip().equals("*")
            || Arrays.stream(ifMatch.split(",")).anyMatch(tag -> tag.strip().startsWith(current));
    if (!fits) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED, "The message has changed since you read it.");
    }
  }

  private static boolean listed(String header, String opaque) {
    return header.strip().equals("*")
        || Arrays.stream(header.split(",")).anyMatch(tag -> opaque(tag.strip()).equals(opaque));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
