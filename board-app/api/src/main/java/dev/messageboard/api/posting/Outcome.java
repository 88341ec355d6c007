package dev.messageboard.api.posting;

import dev.messageboard.api.flood.Verdict;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.problem.ProblemException;

/** What became of a draft: a new row, the row of an earlier try, or a refusal. */
record Outcome(Message message, long replayOf, Verdict verdict, ProblemException refusal) {

  static Outcome created(Message message, Verdict verdict) {
    return new Outcome(message, 0, verdict, null);
  }

  static Outcome replayed(long id) {
    return new Outcome(null, id, null, null);
  }

  static Outcome refused(ProblemException refusal) {
    return new Outcome(null, 0, null, refusal);
  }
}
