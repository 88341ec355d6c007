package dev.messageboard.api.database;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Drops a warning per key of the service binding: it also shows up under names that nothing reads.
 */
@LoggingFilter(name = "binding-echo")
public final class BindingEchoFilter implements Filter {

  @Override
  public boolean isLoggable(LogRecord line) {
    Object[] parameters = line.getParameters();
    return parameters == null
        || parameters.length == 0
        || !line.getMessage().startsWith("Unrecognized configuration key")
        || !String.valueOf(parameters[0]).startsWith("quarkus.service-binding.");
  }
}
