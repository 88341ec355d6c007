package dev.messageboard.api.admin;

import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.MessageViews;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.problem.QueryParameters;
import dev.messageboard.api.report.Report;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What waits for a moderator: pending, reported, hidden or deleted messages, newest first. */
@ApplicationScoped
class Queue {

  private static final String REPORTED =
      "select distinct messageId from Report where messageId < ?1 order by messageId desc";

  private static final String FLAGGED = "id in ?1 and reportCount > 0 and state < ?2";

  private final MessageViews views;

  Queue(MessageViews views) {
    this.views = views;
  }

  AdminPage<AdminView> page(QueryParameters query) {
    int limit = query.number("limit", 1, 100, 20);
    long before = query.single("before").map(Messages::id).orElse(Long.MAX_VALUE);
    String state = query.single("state").orElse("pending");
    List<Message> rows =
        state.equals("flagged") ? flagged(before, limit) : in(state, before, limit);
    return AdminPage.of(rows, limit, row -> row.id, row -> AdminView.of(row, views.of(row)));
  }

  private static List<Message> in(String state, long before, int limit) {
    if (!List.of("pending", "hidden", "deleted").contains(state)) {
      throw QueryParameters.refuse("state", "unknown", "One of pending, flagged, hidden, deleted.");
    }
    return Message.<Message>find(
            "state = ?1 and id < ?2",
            Sort.descending("id"),
            MessageState.valueOf(state.toUpperCase(Locale.ROOT)),
            before)
        .page(0, limit + 1)
        .list();
  }

  /**
   * Reports outlive what became of them: those of deleted and restored messages are passed over.
   */
  private static List<Message> flagged(long before, int limit) {
    List<Message> rows = new ArrayList<>();
    List<Long> ids = reported(before, limit);
    while (!ids.isEmpty() && rows.size() <= limit) {
      rows.addAll(Message.list(FLAGGED, Sort.descending("id"), ids, MessageState.DELETED));
      ids = reported(ids.get(ids.size() - 1), limit);
    }
    return rows.subList(0, Math.min(rows.size(), limit + 1));
  }

  private static List<Long> reported(long before, int limit) {
    return Report.find(REPORTED, before).page(0, limit + 1).project(Long.class).list();
  }
}
