package dev.messageboard.api.admin;

import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.problem.QueryParameters;
import io.quarkus.panache.common.Sort;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** {@code /api/v1/admin/audit}: what moderators did, newest first. */
@Path("/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class AuditResource {

  @GET
  public AdminPage<AuditView> list(UriInfo uri) {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    int limit = query.number("limit", 1, 100, 20);
    long before = query.single("before").map(Messages::id).orElse(Long.MAX_VALUE);
    List<Audit> lines =
        Audit.<Audit>find("id < ?1", Sort.descending("id"), before).page(0, limit + 1).list();
    return AdminPage.of(lines, limit, line -> line.id, AuditView::of);
  }
}
