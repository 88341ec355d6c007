package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

public record MigrationStatus(
    @JsonPropertyDescription("How far it is.") MigrationState state,
    @JsonPropertyDescription("The Job; a failed one stays, with its logs.") String job,
    @JsonPropertyDescription("The schema's version before.") String fromVersion,
    @JsonPropertyDescription("The version that it brings.") String toVersion,
    @JsonPropertyDescription("How many pods have tried it.") Integer attempts,
    @JsonPropertyDescription("When it began.") String startedAt,
    @JsonPropertyDescription("When it succeeded.") String completedAt,
    @JsonPropertyDescription("Why the last attempt failed.") String message) {}
