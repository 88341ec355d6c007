package dev.messageboard.api.preview;

import dev.messageboard.api.access.Client;
import dev.messageboard.api.flood.OtherActions;
import dev.messageboard.api.message.MessageEdit;
import dev.messageboard.api.message.MessageViews;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.problem.RequestBody;
import dev.messageboard.api.text.MessageText;
import dev.messageboard.api.text.Normal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code POST /api/v1/preview}: the html is null on a board of plain text. */
@Path("/preview")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {

  private final Client client;
  private final OtherActions flood;
  private final MessageText text;
  private final MessageViews views;

  PreviewResource(Client client, OtherActions flood, MessageText text, MessageViews views) {
    this.client = client;
    this.flood = flood;
    this.text = text;
    this.views = views;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Preview preview(MessageEdit draft, HttpServerRequest request) {
    RequestBody.required(draft);
    String body = Normal.lines(draft.body());
    text.wrongBody(body)
        .ifPresent(
            error -> {
              throw new ProblemException(
                  ProblemType.INVALID_MESSAGE,
                  "The message breaks a rule; see errors.",
                  List.of(error));
            });
    flood.count(client.hashOf(request));
    return new Preview(views.html(body));
  }

  /** The rendered text. */
  public record Preview(String html) {}
}
