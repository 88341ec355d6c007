package dev.messageboard.api.message;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/messages}. */
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

  private final MessageService messages;

  MessageResource(MessageService messages) {
    this.messages = messages;
  }

  @GET
  public MessagePage list(UriInfo uri) {
    return messages.list(PageRequest.of(uri.getQueryParameters()));
  }

  /** The Location is a path, not a URL: behind proxies only the client knows the outer name. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response post(NewMessage draft) {
    if (draft == null) {
      throw new ProblemException(ProblemType.UNEXPECTED_JSON, "The body must be a JSON object.");
    }
    MessageView posted = MessageView.of(messages.post(draft.orRefuse()));
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/v1/messages/" + posted.id())
        .entity(posted)
        .build();
  }

  @GET
  @Path("/{id}")
  public MessageView read(@RestPath String id) {
    return number(id)
        .flatMap(messages::find)
        .map(MessageView::of)
        .orElseThrow(MessageResource::notFound);
  }

  @DELETE
  @Path("/{id}")
  public void delete(@RestPath String id) {
    if (!number(id).map(messages::delete).orElse(false)) {
      throw notFound();
    }
  }

  /** Ids are opaque to clients: one that this board never hands out is simply not found. */
  private static Optional<Long> number(String id) {
    return id.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  private static ProblemException notFound() {
    return new ProblemException(
        ProblemType.MESSAGE_NOT_FOUND, "There is no message with this id; it may be deleted.");
  }
}
