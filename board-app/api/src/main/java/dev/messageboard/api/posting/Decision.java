package dev.messageboard.api.posting;

import dev.messageboard.api.access.EditToken;
import dev.messageboard.api.database.Rows;
import dev.messageboard.api.flood.Limits;
import dev.messageboard.api.flood.Verdict;
import dev.messageboard.api.flood.Window;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.posting.PostStatements.Known;
import dev.messageboard.api.posting.PostStatements.Posted;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides on the drafts of a batch, one after the other, from what the database knew before them.
 */
record Decision(
    Instant now,
    Limits limits,
    Map<ByteBuffer, Window> windows,
    Map<ByteBuffer, Known> known,
    Set<Posted> recent,
    Map<Long, Long> roots) {

  /** A repeat costs nothing; a refusal neither. */
  Outcome on(Draft draft, EditToken tokens) {
    Known earlier = known.get(draft.key());
    if (earlier != null) {
      return repeated(draft.content(), earlier);
    }
    if (draft.parentId() != null && !roots.containsKey(draft.parentId())) {
      return Outcome.refused(
          new ProblemException(
              ProblemType.INVALID_MESSAGE,
              "The message breaks a rule; see errors.",
              List.of(Drafting.noSuchParent())));
    }
    Posted posted = new Posted(draft.client(), draft.content());
    if (recent.contains(posted)) {
      return refused(ProblemType.DUPLICATE_MESSAGE, "You posted just this a moment ago.");
    }
    Verdict verdict = windows.get(draft.client()).take(now, limits);
    if (!verdict.isAllowed()) {
      return Outcome.refused(verdict.asProblem());
    }
    windows.put(draft.client(), verdict.window());
    recent.add(posted);
    return Outcome.created(row(draft, tokens), verdict);
  }

  static Outcome repeated(ByteBuffer content, Known earlier) {
    return earlier.content().equals(content)
        ? Outcome.replayed(earlier.id())
        : refused(
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            "Another message was posted with this Idempotency-Key; take a new one.");
  }

  private static Outcome refused(ProblemType type, String detail) {
    return Outcome.refused(new ProblemException(type, detail));
  }

  /** A reply to a reply joins its thread: threads have one level. */
  private Message row(Draft draft, EditToken tokens) {
    Message row = new Message();
    row.author = draft.author();
    row.body = draft.body();
    row.parentId = draft.parentId() == null ? null : roots.get(draft.parentId());
    row.state = draft.state();
    row.listed = draft.state() == MessageState.VISIBLE;
    row.createdAt = now;
    row.changedAt = now;
    row.clientHash = Rows.bytes(draft.client());
    row.contentHash = Rows.bytes(draft.content());
    row.idempotencyKey = Rows.bytes(draft.key());
    row.tokenHash = EditToken.hash(tokens.of(row.idempotencyKey, row.contentHash));
    return row;
  }
}
