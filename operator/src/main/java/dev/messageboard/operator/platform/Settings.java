package dev.messageboard.operator.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What whoever installs the operator may set; as environment variables MESSAGEBOARD_IMAGES_API and
 * so on.
 */
@ConfigMapping(prefix = "messageboard")
public interface Settings {

  Images images();

  /** How often the Secret that a settled board names is read. */
  @WithDefault("60s")
  Duration secretInterval();

  /** Repositories without a tag; a board's version is the tag. */
  interface Images {
    @WithDefault("ghcr.io/example/messageboard-frontend")
    String frontend();

    @WithDefault("ghcr.io/example/messageboard-api")
    String api();

    @WithDefault("ghcr.io/example/messageboard-mysql")
    String mysql();
  }
}
