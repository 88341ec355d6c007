package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

public record DatabaseStatus(
    @JsonPropertyDescription("Host and port that the pods are given.") String endpoint,
    @JsonPropertyDescription("The version that the server gave at the last login.")
        String serverVersion,
    @JsonPropertyDescription("The version of the schema that the database had at the last login.")
        String schemaVersion,
    @JsonPropertyDescription("The board's connections, all that may be open at the same time.")
        ConnectionsStatus connections) {}
