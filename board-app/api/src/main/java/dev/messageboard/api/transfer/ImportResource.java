package dev.messageboard.api.transfer;

import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.problem.QueryParameters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;

/** {@code POST /api/v1/import}: can be repeated, because an id that is there is left alone. */
@Path("/import")
@AdminOnly
public class ImportResource {

  private final Importing importing;

  ImportResource(Importing importing) {
    this.importing = importing;
  }

  @POST
  @Consumes(ExportResource.NDJSON)
  @Produces(MediaType.APPLICATION_JSON)
  public ImportReport load(InputStream body, UriInfo uri) throws IOException {
    ImportReport report = new ImportReport(dryRun(new QueryParameters(uri.getQueryParameters())));
    try {
      importing.load(new Lines(body), report);
    } finally {
      note(report);
    }
    return report;
  }

  private static void note(ImportReport report) {
    if (!report.dryRun) {
      QuarkusTransaction.requiringNew()
          .run(() -> Audit.note("import", "board", report.created + " created"));
    }
  }

  private static boolean dryRun(QueryParameters query) {
    return switch (query.single("dryRun").orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw QueryParameters.refuse("dryRun", "wrong-type", "Either true or false.");
    };
  }
}
