package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

public record ComponentStatus(
    @JsonPropertyDescription("The image that the newest pods run.") String image,
    @JsonPropertyDescription("How many pods are wanted.") Integer desired,
    @JsonPropertyDescription("How many pods are ready.") Integer ready,
    @JsonPropertyDescription("How many pods are of the newest revision.") Integer updated,
    @JsonPropertyDescription("Ready and wanted pods, for example 2/2.") String summary,
    @JsonPropertyDescription("Why a pod of the newest revision does not start.") String message) {}
