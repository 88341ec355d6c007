package dev.messageboard.operator.database.check;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.status.DatabaseCheck;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Logs in to every board's database at its interval. Who looks gets what the last login found and
 * never waits; what changes is announced.
 */
public final class StandingCheck {

  private static final Duration SOON = Duration.ofMillis(500);
  private static final int FORGOTTEN_AFTER_INTERVALS = 10;

  private final Map<String, Checked> boards = new ConcurrentHashMap<>();
  private final Login login;
  private final Executor threads;
  private final Clock clock;
  private final Consumer<ResourceID> news;

  StandingCheck(Login login, Executor threads, Clock clock, Consumer<ResourceID> news) {
    this.login = login;
    this.threads = threads;
    this.clock = clock;
    this.news = news;
  }

  /**
   * @param news told which board's database is not as it was
   */
  public static StandingCheck onMySql(Clock clock, Consumer<ResourceID> news) {
    return new StandingCheck(new MySqlLogin(), CheckThreads.make(), clock, news);
  }

  /** What the last login found; starts another one if it is time, or if the binding is new. */
  public Optional<DatabaseCheck> look(CheckOrder order) {
    var now = clock.instant();
    boards.values().removeIf(checked -> checked.isForgotten(now, FORGOTTEN_AFTER_INTERVALS));
    var checked = boards.computeIfAbsent(order.uid(), uid -> new Checked());
    if (checked.begins(order, now)) {
      threads.execute(() -> attempt(order, checked));
    }
    return checked.last();
  }

  /** The same, of a board that asks for logins at all. */
  public Optional<DatabaseCheck> look(MessageBoard board, CheckOrder order) {
    return board.getSpec().database().checkedByOperator() ? look(order) : Optional.empty();
  }

  /** Whether this very binding was let in, at whatever time. */
  public boolean hasAccepted(CheckOrder order) {
    return Optional.ofNullable(boards.get(order.uid()))
        .filter(checked -> checked.hasAccepted(order.binding()))
        .isPresent();
  }

  /** The server was changed for this board: the next look tries again at once. */
  public void hasten(String uid) {
    Optional.ofNullable(boards.get(uid)).ifPresent(checked -> checked.hasten(clock.instant()));
  }

  /** How long until another login is due, or may have ended if one is late. */
  public Optional<Duration> untilDue(String uid) {
    return Optional.ofNullable(boards.get(uid))
        .map(checked -> Duration.between(clock.instant(), checked.due()))
        .map(left -> left.compareTo(SOON) > 0 ? left : SOON);
  }

  /** The answer is there when the time is up, even where a resolver or a socket goes on waiting. */
  private void attempt(CheckOrder order, Checked checked) {
    var answer = new CompletableFuture<DatabaseCheck>();
    answer.thenAccept(
        found ->
            announce(order, checked.found(order, found.on(order.occasion()), clock.instant())));
    answer.completeOnTimeout(
        MySqlLogin.failed(order, new TimeoutException()),
        order.timeout().toMillis(),
        TimeUnit.MILLISECONDS);
    try {
      answer.complete(login.attempt(order));
    } catch (RuntimeException e) {
      answer.complete(MySqlLogin.failed(order, e));
    } finally {
      announce(order, checked.ended(order));
    }
  }

  private void announce(CheckOrder order, boolean isNews) {
    if (isNews) {
      news.accept(new ResourceID(order.board(), order.namespace()));
    }
  }

  /** Between nine and ten tenths: boards that were made together are not looked at together. */
  static Instant due(Instant now, Duration interval, double random) {
    return now.plusMillis((long) (interval.toMillis() * (0.9 + random / 10)));
  }
}
