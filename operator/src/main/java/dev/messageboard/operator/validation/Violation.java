package dev.messageboard.operator.validation;

/** A field and what is wrong with it. */
public record Violation(String path, String message) {}
