package dev.messageboard.api.report;

import dev.messageboard.api.access.Admin;
import dev.messageboard.api.access.Client;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.problem.RequestBody;
import dev.messageboard.api.text.Normal;
import dev.messageboard.api.text.TextRule;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/messages/{id}/reports}. */
@Path("/messages/{id}/reports")
public class ReportResource {

  private static final TextRule REASON = new TextRule("/reason", 500, TextRule.Lines.MANY);

  private final Admin admin;
  private final Client client;
  private final Reports reports;

  ReportResource(Admin admin, Client client, Reports reports) {
    this.admin = admin;
    this.client = client;
    this.reports = reports;
  }

  /** Nobody would read a report on a board without moderators. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response report(@RestPath String id, NewReport report, HttpServerRequest request) {
    admin.requireConfigured();
    RequestBody.required(report);
    String reason = Normal.lines(report.reason());
    REASON.violation(reason).ifPresent(ReportResource::refuse);
    reports.add(Messages.id(id), reason, client.hashOf(request));
    return Response.accepted().build();
  }

  private static void refuse(FieldError error) {
    throw new ProblemException(
        ProblemType.INVALID_MESSAGE, "The report breaks a rule; see errors.", List.of(error));
  }
}
