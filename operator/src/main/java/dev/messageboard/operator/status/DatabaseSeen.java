package dev.messageboard.operator.status;

import java.util.Optional;

/**
 * The database as the operator knows it.
 *
 * @param endpoint host and port that the pods are given
 * @param check the last login; absent before the first one and where nobody checks
 */
public record DatabaseSeen(Optional<String> endpoint, Optional<DatabaseCheck> check) {}
