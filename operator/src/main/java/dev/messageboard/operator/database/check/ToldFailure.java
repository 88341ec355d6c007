package dev.messageboard.operator.database.check;

import dev.messageboard.operator.status.Problem;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** A failure in words that hold nothing secret; of what nobody foresaw the log tells more. */
public final class ToldFailure {

  private static final Logger LOG = Logger.getLogger(ToldFailure.class);

  private ToldFailure() {}

  /**
   * @param what failed, for the log
   * @param secret name of the Secret that a person would correct
   */
  public static Problem of(Throwable cause, String what, String endpoint, String secret) {
    var failure = CheckFailure.of(cause);
    if (failure == CheckFailure.CheckFailed) {
      LOG.warnf("%s failed with %s", what, types(cause));
    }
    return new Problem(failure.name(), failure.told(endpoint, secret) + numbers(cause));
  }

  /** What can be told of them without their texts, which may hold what is secret. */
  private static String types(Throwable cause) {
    return CheckFailure.causes(cause)
        .map(inner -> inner.getClass().getName() + numbers(inner))
        .collect(Collectors.joining(", because of "));
  }

  private static String numbers(Throwable cause) {
    return cause instanceof SQLException sql && sql.getErrorCode() != 0
        ? " (MySQL error %d)".formatted(sql.getErrorCode())
        : "";
  }
}
