package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

public record DatabaseStatus(
    @JsonPropertyDescription("Host and port that the pods are given.") String endpoint) {}
