package dev.messageboard.operator.status;

/**
 * An existing child that was written because it is wanted otherwise now.
 *
 * @param object "Kind name"
 * @param isOfContents what pods read of it changed, and not its labels alone
 */
public record Change(String object, boolean isOfContents) {}
