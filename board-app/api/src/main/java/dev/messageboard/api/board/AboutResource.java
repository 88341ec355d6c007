package dev.messageboard.api.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /api/v1/about}: what this board is and allows, and on request who serves it. */
@Path("/about")
@Produces(MediaType.APPLICATION_JSON)
public class AboutResource {

  private final About about;

  AboutResource(
      BoardSettings settings,
      @ConfigProperty(name = "quarkus.application.version") String version,
      @ConfigProperty(name = "POD_NAME") Optional<String> pod,
      @ConfigProperty(name = "POD_IP") Optional<String> ip) {
    about =
        new About(
            version,
            settings.title(),
            settings.description(),
            slug(settings.markup()),
            slug(settings.posting()),
            slug(settings.deletePolicy()),
            settings.editWindow().toSeconds(),
            settings.maxMessageLength(),
            settings.showServedBy() ? new ServedBy(pod.orElse(""), ip.orElse("")) : null);
  }

  @GET
  public About about() {
    return about;
  }

  private static String slug(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The document. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record About(
      String version,
      String title,
      String description,
      String markup,
      String posting,
      String deletePolicy,
      long editWindowSeconds,
      int maxMessageLength,
      ServedBy servedBy) {}

  /** The pod that answers. */
  public record ServedBy(String pod, String ip) {}
}
