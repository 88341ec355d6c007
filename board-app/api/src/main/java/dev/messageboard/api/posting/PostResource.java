package dev.messageboard.api.posting;

import dev.messageboard.api.access.Client;
import dev.messageboard.api.moderation.CurrentRules;
import dev.messageboard.api.moderation.Rules;
import dev.messageboard.api.problem.RequestBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;

/** {@code POST /api/v1/messages}. */
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
public class PostResource {

  private final Client client;
  private final CurrentRules rules;
  private final Drafting drafting;
  private final PostQueue queue;
  private final PostAnswers answers;

  PostResource(
      Client client, CurrentRules rules, Drafting drafting, PostQueue queue, PostAnswers answers) {
    this.client = client;
    this.rules = rules;
    this.drafting = drafting;
    this.queue = queue;
    this.answers = answers;
  }

  /** Takes no thread while it waits for the commit that it shares with others. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @io.smallrye.common.annotation.Blocking
  public Uni<Response> post(
      NewMessage message,
      @RestHeader(IdempotencyKey.HEADER) String key,
      HttpServerRequest request) {
    RequestBody.required(message);
    byte[] who = client.hashOf(request);
    Rules current = rules.get();
    drafting.requireOpenTo(who, current);
    Draft draft = drafting.of(message, IdempotencyKey.of(key), who, current);
    if (message.isFromARobot()) {
      return Uni.createFrom().item(answers.toARobot());
    }
    return Uni.createFrom().completionStage(queue.post(draft)).map(answers::of);
  }
}
