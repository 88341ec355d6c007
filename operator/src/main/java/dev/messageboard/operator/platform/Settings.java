package dev.messageboard.operator.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

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

  /** Address ranges whose word on a client's address is believed. */
  @WithDefault("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,127.0.0.0/8,fc00::/7,::1/128")
  List<String> trustedProxies();

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
