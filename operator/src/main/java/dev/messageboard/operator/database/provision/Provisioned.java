package dev.messageboard.operator.database.provision;

import java.time.Duration;
import java.time.Instant;

/** What is known about one board's order. One attempt at a time. */
final class Provisioned {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private ProvisionOrder order;
  private Outcome outcome = Outcome.UNDER_WAY;
  private Instant due = Instant.MIN;
  private boolean running;

  /**
   * True if an attempt has to be started now.
   *
   * @param isUndone the server does not have any more what it was brought to
   */
  synchronized boolean begins(ProvisionOrder newest, boolean isUndone, Instant now) {
    var isNew = order == null || newest.isOtherThan(order);
    var isDue = (isUndone || !outcome.isDone()) && now.compareTo(due) >= 0;
    if (running || isTooLate(newest) || !(isNew || isDue)) {
      return false;
    }
    running = true;
    order = newest;
    outcome = isNew ? Outcome.UNDER_WAY : outcome;
    return true;
  }

  private boolean isTooLate(ProvisionOrder newest) {
    return order != null && newest.isTooLateAfter(order);
  }

  /** Of this order; what became of another one says nothing. */
  synchronized Outcome of(ProvisionOrder which) {
    return which.isOtherThan(order) ? Outcome.UNDER_WAY : outcome;
  }

  /** True if the board has to be looked at again. */
  synchronized boolean found(Outcome found, Instant now) {
    var isNews = found.isDone() || !found.equals(outcome);
    outcome = found;
    var pause = order.interval().compareTo(PAUSE) < 0 ? order.interval() : PAUSE;
    due = now.plus(pause);
    return isNews;
  }

  synchronized void ended() {
    running = false;
  }

  /** True once. */
  synchronized boolean tells() {
    var isNew = outcome.isNew();
    outcome = isNew ? Outcome.done(false) : outcome;
    return isNew;
  }
}
