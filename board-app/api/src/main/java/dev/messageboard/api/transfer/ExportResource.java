package dev.messageboard.api.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.moderation.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** {@code /api/v1/export.ndjson}: all messages, oldest first, a page at a time. */
@Path("/export.ndjson")
@AdminOnly
public class ExportResource {

  static final String NDJSON = "application/x-ndjson";
  private static final int PAGE = 500;

  private final ObjectMapper json;

  ExportResource(ObjectMapper json) {
    this.json = json;
  }

  @GET
  @Produces(NDJSON)
  public Response export() {
    QuarkusTransaction.requiringNew().run(() -> Audit.note("export", "board", ""));
    return Response.ok((StreamingOutput) this::write)
        .header("Content-Disposition", "attachment; filename=\"export.ndjson\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private void write(OutputStream out) throws IOException {
    long last = 0;
    List<Message> page = after(last);
    while (!page.isEmpty()) {
      for (Message row : page) {
        out.write(json.writeValueAsBytes(Line.of(row)));
        out.write('\n');
        last = row.id;
      }
      page = after(last);
    }
  }

  private static List<Message> after(long id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> Message.<Message>find("id > ?1", Sort.ascending("id"), id).page(0, PAGE).list());
  }
}
