package dev.messageboard.operator.status;

/** Why something is not as it should be: a word for programs, a sentence for people. */
public record Problem(String reason, String message) {}
