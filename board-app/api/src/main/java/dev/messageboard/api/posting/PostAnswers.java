package dev.messageboard.api.posting;

import dev.messageboard.api.access.EditToken;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageAnswers;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.MessageViews;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/** What the poster is told. */
@ApplicationScoped
class PostAnswers {

  private final MessageViews views;
  private final MessageAnswers answers;
  private final EditToken tokens;
  private final MeterRegistry metrics;

  PostAnswers(MessageViews views, MessageAnswers answers, EditToken tokens, MeterRegistry metrics) {
    this.views = views;
    this.answers = answers;
    this.tokens = tokens;
    this.metrics = metrics;
  }

  Response of(Outcome outcome) {
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    if (outcome.message() == null) {
      return repeated(outcome.replayOf());
    }
    count(outcome.message().state == MessageState.PENDING ? "pending" : "created");
    ResponseBuilder answer = posted(outcome.message());
    outcome.verdict().headers().forEach(answer::header);
    return answer.build();
  }

  /** Looks like a post that waits for a moderator, and was thrown away. */
  Response toARobot() {
    count("robot");
    return Response.accepted(Map.of("pending", true))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private void count(String outcome) {
    metrics.counter("messageboard.posts", "outcome", outcome).increment();
  }

  private Response repeated(long id) {
    count("replayed");
    Message row = QuarkusTransaction.requiringNew().call(() -> Message.findById(id));
    return posted(row).header("Idempotent-Replayed", "true").build();
  }

  /** The Location is a path, not a URL: behind proxies only the client knows the outer name. */
  private ResponseBuilder posted(Message row) {
    boolean pending = row.state == MessageState.PENDING;
    String token = tokens.of(row.idempotencyKey, row.contentHash);
    PostedView view =
        new PostedView(
            views.of(row), EditToken.matches(token, row.tokenHash) ? token : null, pending);
    return Response.status(pending ? Response.Status.ACCEPTED : Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/v1/messages/" + row.id)
        .header(HttpHeaders.ETAG, answers.tag(row))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(view);
  }
}
