package dev.messageboard.api.posting;

import dev.messageboard.api.access.EditToken;
import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.flood.FloodWindows;
import dev.messageboard.api.flood.FloodWindows.Action;
import dev.messageboard.api.flood.Limits;
import dev.messageboard.api.flood.Window;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.Moment;
import dev.messageboard.api.posting.PostStatements.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One transaction for many posts: look at what is there, decide, write. The decision itself is
 * {@link Decision}.
 */
@ApplicationScoped
class PostBatch {

  private static final Duration SAME_TEXT_AGAIN = Duration.ofMinutes(5);

  private final EditToken tokens;
  private final Limits limits;

  PostBatch(EditToken tokens, BoardSettings settings) {
    this.tokens = tokens;
    this.limits = new Limits(settings.postsPerMinute(), settings.postsPerHour());
  }

  /** The outcome of each draft, in their order; their keys differ. */
  List<Outcome> write(List<Draft> drafts, Connection connection) throws SQLException {
    Instant now = Moment.now();
    PostStatements posts = new PostStatements(connection);
    ThreadStatements threads = new ThreadStatements(connection);
    FloodWindows windows = new FloodWindows(connection, Action.POST);
    TreeSet<ByteBuffer> clients =
        drafts.stream().map(Draft::client).collect(Collectors.toCollection(TreeSet::new));

    Map<ByteBuffer, Window> used = windows.lock(clients, now);
    Decision decision =
        new Decision(
            now,
            limits,
            used,
            posts.known(drafts.stream().filter(Draft::keyGiven).map(Draft::key).toList()),
            posts.recent(clients, now.minus(SAME_TEXT_AGAIN)),
            threads.rootsOf(parents(drafts)));
    List<Outcome> outcomes =
        drafts.stream().map(draft -> decision.on(draft, tokens)).collect(Collectors.toList());
    List<Message> created =
        outcomes.stream().map(Outcome::message).filter(Objects::nonNull).toList();
    if (!created.isEmpty()) {
      Map<ByteBuffer, Known> rows = inserted(created, posts);
      outcomes.replaceAll(outcome -> settled(outcome, rows));
      threads.count(replies(outcomes), now);
      windows.write(new TreeMap<>(decision.windows()));
    }
    return outcomes;
  }

  private static Map<ByteBuffer, Known> inserted(List<Message> created, PostStatements posts)
      throws SQLException {
    posts.insert(created);
    return posts.known(created.stream().map(row -> ByteBuffer.wrap(row.idempotencyKey)).toList());
  }

  /** The row under our key may be another's: a replica was first with the same message. */
  private static Outcome settled(Outcome outcome, Map<ByteBuffer, Known> rows) {
    Message row = outcome.message();
    if (row == null) {
      return outcome;
    }
    Known stored = rows.get(ByteBuffer.wrap(row.idempotencyKey));
    row.id = stored.id();
    return stored.createdAt().equals(row.createdAt)
        ? outcome
        : Decision.repeated(ByteBuffer.wrap(row.contentHash), stored);
  }

  private static List<Long> parents(List<Draft> drafts) {
    return drafts.stream().map(Draft::parentId).filter(Objects::nonNull).distinct().toList();
  }

  private static TreeMap<Long, Integer> replies(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(Outcome::message)
        .filter(Objects::nonNull)
        .filter(row -> row.parentId != null && row.state == MessageState.VISIBLE)
        .collect(Collectors.toMap(row -> row.parentId, row -> 1, Integer::sum, TreeMap::new));
  }
}
