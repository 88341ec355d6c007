package dev.messageboard.operator.database.check;

import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.status.DatabaseCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What is known about one board's database. One login at a time. */
final class Checked {

  /** A server that may be on its way, as that of a new board: nobody waits an interval for it. */
  private static final Duration UNTIL_IT_COMES = Duration.ofSeconds(5);

  private CheckOrder order;
  private boolean running;
  private Instant lookedAt;
  private Instant due;
  private Binding tried;
  private Binding accepted;
  private DatabaseCheck last;

  /** True if a login has to be started now. */
  synchronized boolean begins(CheckOrder newest, Instant now) {
    var isNew = order == null || newest.isOtherThan(order);
    order = newest;
    lookedAt = now;
    if (running || !(isNew || now.compareTo(due) >= 0)) {
      return false;
    }
    running = true;
    due = StandingCheck.due(now, newest.interval(), ThreadLocalRandom.current().nextDouble());
    return true;
  }

  /** True if the board has to be looked at again. */
  synchronized boolean found(CheckOrder by, DatabaseCheck found, Instant now) {
    var isNews = !found.equals(last) || !by.binding().equals(tried);
    tried = by.binding();
    last = found;
    if (found.isAccepted()) {
      accepted = tried;
    }
    due = StandingCheck.due(now, pause(by, found), ThreadLocalRandom.current().nextDouble());
    return isNews;
  }

  private Duration pause(CheckOrder by, DatabaseCheck found) {
    var isAwaited = !hasAccepted(by.binding()) && CheckFailure.isPassing(found.reason());
    return isAwaited && by.interval().compareTo(UNTIL_IT_COMES) > 0
        ? UNTIL_IT_COMES
        : by.interval();
  }

  /** True if another binding came while this login ran: it waits for its turn. */
  synchronized boolean ended(CheckOrder by) {
    running = false;
    var isOutdated = order.isOtherThan(by);
    if (isOutdated) {
      due = lookedAt;
    }
    return isOutdated;
  }

  synchronized void hasten(Instant now) {
    due = now;
  }

  /** Of the binding that was tried last, while a newer one is on its way. */
  synchronized Optional<DatabaseCheck> last() {
    return Optional.ofNullable(last);
  }

  synchronized Instant due() {
    return due;
  }

  synchronized boolean hasAccepted(Binding binding) {
    return binding.equals(accepted);
  }

  synchronized boolean isForgotten(Instant now, int intervals) {
    return order != null
        && !running
        && lookedAt.plus(order.interval().multipliedBy(intervals)).isBefore(now);
  }
}
