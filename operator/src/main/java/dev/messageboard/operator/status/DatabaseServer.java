package dev.messageboard.operator.status;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server told at a login.
 *
 * @param schemaVersion the newest version in Flyway's history, absent in an empty database
 * @param certificateExpiry until when its certificate is valid, absent in clear text
 */
public record DatabaseServer(
    String version,
    Optional<String> schemaVersion,
    int maxConnections,
    Optional<Instant> certificateExpiry) {

  /** Of one that was asked in clear text. */
  public DatabaseServer(String version, Optional<String> schemaVersion, int maxConnections) {
    this(version, schemaVersion, maxConnections, Optional.empty());
  }
}
