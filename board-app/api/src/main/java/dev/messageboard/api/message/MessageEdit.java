package dev.messageboard.api.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A merge patch: only the body can be changed, so it is required. */
public record MessageEdit(@JsonProperty String body) {}
