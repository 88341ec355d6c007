package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

public record ComponentsStatus(
    @JsonPropertyDescription("The tier that serves the page.") ComponentStatus frontend,
    @JsonPropertyDescription("The tier that keeps the messages.") ComponentStatus api) {}
