package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

public record ConnectionsStatus(
    @JsonPropertyDescription(
            "How many connections the server admits for the board's user, at the last login.")
        Integer limit,
    @JsonPropertyDescription(
            "How many the board may open at once: all API pods, one more of a rollout, migration and"
                + " check.")
        Integer budget) {}
