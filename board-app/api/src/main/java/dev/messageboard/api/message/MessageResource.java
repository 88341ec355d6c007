package dev.messageboard.api.message;

import dev.messageboard.api.access.Client;
import dev.messageboard.api.flood.Limited;
import dev.messageboard.api.problem.QueryParameters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/messages}: reading them, and what an author may do with their own. */
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

  private final PageRequests requests;
  private final PageAnswers pages;
  private final FirstPages firstPages;
  private final MessageAnswers answers;
  private final Editing editing;
  private final OwnMessages own;
  private final Client client;

  MessageResource(
      PageRequests requests,
      PageAnswers pages,
      FirstPages firstPages,
      MessageAnswers answers,
      Editing editing,
      OwnMessages own,
      Client client) {
    this.requests = requests;
    this.pages = pages;
    this.firstPages = firstPages;
    this.answers = answers;
    this.editing = editing;
    this.own = own;
    this.client = client;
  }

  @GET
  public Response list(UriInfo uri, @Context HttpHeaders headers) throws SQLException {
    PageRequest request = requests.of(new QueryParameters(uri.getQueryParameters()));
    PageAnswer page = pages.of(request);
    if (request.isFirst()) {
      firstPages.keep(FirstPageRoute.query(uri.getRequestUri().getRawQuery()), page);
    }
    return page.answer(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
  }

  @GET
  @Path("/{id}")
  public Response read(@RestPath String id, @Context HttpHeaders headers) {
    Message message = Messages.shown(Message.findByIdOptional(Messages.id(id)));
    return answers.of(message, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
  }

  @PATCH
  @Limited
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  public Response edit(
      @RestPath String id,
      MessageEdit edit,
      @Context HttpHeaders headers,
      HttpServerRequest request) {
    Message edited = editing.edit(Messages.id(id), edit, headers, client.hashOf(request));
    return answers.of(edited, null);
  }

  @DELETE
  @Limited
  @Path("/{id}")
  public void delete(@RestPath String id, @Context HttpHeaders headers) {
    own.delete(Messages.id(id), headers);
  }
}
