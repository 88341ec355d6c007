package dev.messageboard.api.database;

/** What to log about a failure whose outer layers only repeat each other. */
public final class InnermostCause {

  private InnermostCause() {}

  /** One line: the drivers' messages have paragraphs. */
  public static String of(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElse("");
  }
}
