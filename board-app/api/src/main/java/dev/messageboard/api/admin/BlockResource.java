package dev.messageboard.api.admin;

import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/admin/blocks}: clients that may not post. */
@Path("/admin/blocks")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class BlockResource {

  private final Blocks blocks;

  BlockResource(Blocks blocks) {
    this.blocks = blocks;
  }

  @GET
  public List<BlockView> list() {
    return blocks.list();
  }

  @PUT
  @Path("/{client}")
  @Consumes(MediaType.APPLICATION_JSON)
  public BlockView put(@RestPath String client, NewBlock block) {
    RequestBody.required(block);
    return blocks.put(hash(client), block);
  }

  @DELETE
  @Path("/{client}")
  public void remove(@RestPath String client) {
    blocks.remove(hash(client));
  }

  private static byte[] hash(String client) {
    if (!client.matches("[0-9a-f]{32}")) {
      throw new ProblemException(
          ProblemType.PATH_NOT_FOUND, "A client is 32 hex digits, as the queue shows them.");
    }
    return HexFormat.of().parseHex(client);
  }
}
