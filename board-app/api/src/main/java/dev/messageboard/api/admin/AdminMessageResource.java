package dev.messageboard.api.admin;

import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.problem.QueryParameters;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/admin/messages}. */
@Path("/admin/messages")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class AdminMessageResource {

  private final Queue queue;
  private final Moderating moderating;

  AdminMessageResource(Queue queue, Moderating moderating) {
    this.queue = queue;
    this.moderating = moderating;
  }

  @GET
  public AdminPage<AdminView> list(UriInfo uri) {
    return queue.page(new QueryParameters(uri.getQueryParameters()));
  }

  @POST
  @Path("/{id}/{action: approve|hide|restore|pin|unpin}")
  public AdminView act(@RestPath String id, @RestPath String action) {
    return moderating.act(Messages.id(id), Deed.valueOf(action.toUpperCase(java.util.Locale.ROOT)));
  }

  @DELETE
  @Path("/{id}")
  public void delete(@RestPath String id) {
    moderating.delete(Messages.id(id));
  }
}
