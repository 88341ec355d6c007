package dev.messageboard.api.admin;

import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.Moment;
import dev.messageboard.api.message.Transition;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a moderator can do with a message, and when. */
enum Deed {
  APPROVE(
      row -> row.state == MessageState.PENDING, row -> Transition.to(MessageState.VISIBLE, row)),
  HIDE(
      row -> row.state == MessageState.VISIBLE || row.state == MessageState.PENDING,
      row -> Transition.to(MessageState.HIDDEN, row)),
  RESTORE(row -> row.state == MessageState.HIDDEN, Deed::restore),
  PIN(row -> row.state == MessageState.VISIBLE, row -> pin(row, true)),
  UNPIN(row -> row.state == MessageState.VISIBLE, row -> pin(row, false));

  private final Predicate<Message> fits;
  private final Consumer<Message> change;

  Deed(Predicate<Message> fits, Consumer<Message> change) {
    this.fits = fits;
    this.change = change;
  }

  boolean fits(Message row) {
    return fits.test(row);
  }

  void to(Message row) {
    change.accept(row);
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What was reported counts as seen. */
  private static void restore(Message row) {
    row.reportCount = 0;
    Transition.to(MessageState.VISIBLE, row);
  }

  private static void pin(Message row, boolean pinned) {
    row.pinned = pinned;
    row.touch(Moment.now());
  }
}
