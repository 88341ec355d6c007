package dev.messageboard.operator.status;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the operator does not log in, the migration Job is the first that does: its last words
 * begin with the reason, in the API's terms, which are those of {@code DatabaseReady}.
 */
final class ToldByJob {

  private static final Pattern REASON =
      Pattern.compile(
          "exit code [0-9]+ \\([^)]*\\): (DnsFailure|ConnectionRefused|Timeout|TlsFailure|AccessDenied"
              + "|IdentityUnavailable|UnknownDatabase|PermissionDenied|TooManyConnections|ReadOnly): ");

  private ToldByJob() {}

  static Optional<Problem> of(DatabaseSeen database) {
    return database
        .migration()
        .flatMap(
            job -> job.failure().flatMap(failure -> ToldByJob.of(job.name(), failure.message())));
  }

  private static Optional<Problem> of(String job, String words) {
    var found = REASON.matcher(words);
    return found.find()
        ? Optional.of(
            new Problem(
                found.group(1),
                "the last attempt of Job %s could not work with the database; SchemaMigrated has its words"
                    .formatted(job)))
        : Optional.empty();
  }
}
