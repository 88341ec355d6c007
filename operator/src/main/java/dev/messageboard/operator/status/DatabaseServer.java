package dev.messageboard.operator.status;

import java.util.Optional;

/**
 * What a server told at a login.
 *
 * @param schemaVersion the newest version in Flyway's history, absent in an empty database
 */
public record DatabaseServer(String version, Optional<String> schemaVersion, int maxConnections) {}
