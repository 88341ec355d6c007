package dev.messageboard.api.board;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /api/v1/openapi.json}: the description of this API. */
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

  private final byte[] document;

  OpenApiResource() {
    try (InputStream file = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
      document = file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @GET
  public byte[] document() {
    return document;
  }
}
