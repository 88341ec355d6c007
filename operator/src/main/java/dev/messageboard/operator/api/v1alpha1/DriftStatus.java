package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The last difference that somebody else made; how many there were is a metric. */
public record DriftStatus(
    @JsonPropertyDescription("Kind and name of the object that was changed or removed.")
        String lastObject,
    @JsonPropertyDescription("The field that was changed; empty when the whole object was removed.")
        String lastField,
    @JsonPropertyDescription("The field manager that changed it, where the API server knows it.")
        String lastManager,
    @JsonPropertyDescription("When it was found.") String lastTime) {}
