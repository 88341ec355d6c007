package dev.messageboard.operator.status;

/** A step in the life of one of a board's pods: created, ready, failed or deleted. */
public record PodEvent(
    String namespace, String board, String component, String pod, String event, String reason) {}
