package dev.messageboard.api.reaction;

import dev.messageboard.api.access.Client;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.message.Reaction;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/messages/{id}/reactions/{name}}. */
@Path("/messages/{id}/reactions/{name}")
public class ReactionResource {

  private final Client client;
  private final Reactions reactions;

  ReactionResource(Client client, Reactions reactions) {
    this.client = client;
    this.reactions = reactions;
  }

  @PUT
  public void give(@RestPath String id, @RestPath String name, HttpServerRequest request) {
    reactions.give(Messages.id(id), reaction(name), client.hashOf(request));
  }

  @DELETE
  public void takeBack(@RestPath String id, @RestPath String name, HttpServerRequest request) {
    reactions.takeBack(Messages.id(id), reaction(name), client.hashOf(request));
  }

  private static Reaction reaction(String name) {
    return Reaction.of(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.PATH_NOT_FOUND,
                    "The reactions are like, heart, laugh, surprised, sad and thanks."));
  }
}
