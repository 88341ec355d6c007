package dev.messageboard.operator.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What whoever installs the operator may set; as environment variables MESSAGEBOARD_IMAGES_API and
 * so on.
 */
@ConfigMapping(prefix = "messageboard")
public interface Settings {

  Images images();

  /** How often the API server is asked for optional kinds that some board wants. */
  @WithDefault("60s")
  Duration apiInterval();

  /** Address ranges whose word on a client's address is believed. */
  @WithDefault("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,127.0.0.0/8,fc00::/7,::1/128")
  List<String> trustedProxies();

  /** Whose boards are kept: names, JOSDK_ALL_NAMESPACES, or JOSDK_WATCH_CURRENT for our own. */
  @WithDefault("JOSDK_ALL_NAMESPACES")
  List<String> namespaces();

  /** A label selector: only boards that match are kept, so that several operators share them. */
  Optional<String> selector();

  Lease lease();

  /** Who of several operators works; times as Kubernetes' own controllers have them. */
  interface Lease {
    @WithDefault("messageboard-operator")
    String name();

    @WithDefault("15s")
    Duration duration();

    @WithDefault("10s")
    Duration renewDeadline();

    @WithDefault("2s")
    Duration retryPeriod();
  }

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
