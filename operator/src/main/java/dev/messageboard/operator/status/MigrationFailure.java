package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a migration failed, without names and secrets. */
final class MigrationFailure {

  private static final int LINES = 5;
  private static final int LENGTH = 600;

  private MigrationFailure() {}

  static Optional<Problem> of(Optional<JobCondition> failed, Optional<LastWord> word) {
    var last = word.filter(end -> !end.isOfSuccess()).map(MigrationFailure::told);
    var all = failed.map(c -> Objects.requireNonNullElse(c.getReason(), "Failed"));
    if (all.isEmpty() && last.isEmpty()) {
      return Optional.empty();
    }
    var text =
        all.map(reason -> last.map(end -> reason + ": " + end).orElse(reason)).or(() -> last);
    return Optional.of(new Problem(SchemaMigratedCondition.FAILED, text.get()));
  }

  private static String told(LastWord end) {
    return "exit code %d (%s): %s".formatted(end.exitCode(), end.reason(), redacted(end.text()));
  }

  /** The driver names users, hosts and, in the worst case, what they log in with. */
  static String redacted(String text) {
    var lines = text.strip().lines().toList();
    var end =
        lines.stream()
            .skip(Math.max(0, lines.size() - LINES))
            .map(String::strip)
            .collect(Collectors.joining(" | "))
            .replaceAll("'[^']*'@'[^']*'", "***")
            .replaceAll(
                "(?i)(password|passwd|pwd|secret|token)([\"']?\\s*[=:]\\s*)\\S+", "$1$2***");
    return end.length() <= LENGTH ? end : end.substring(0, LENGTH) + "...";
  }
}
