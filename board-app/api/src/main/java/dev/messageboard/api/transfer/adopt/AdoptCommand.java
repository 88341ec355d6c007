package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.database.DatabaseFailure;
import dev.messageboard.api.database.InnermostCause;
import dev.messageboard.api.database.MigrateCommand;
import io.quarkus.runtime.QuarkusApplication;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * {@code adopt}: takes what another application wrote in its tables into the board's own, and ends.
 * Without {@code --apply} it only counts. What was taken is not taken again.
 */
public final class AdoptCommand implements QuarkusApplication {

  public static final String NAME = "adopt";

  static final int FAILED = 1;
  static final int UNREACHABLE = 2;
  static final int REFUSED = 3;

  private static final Logger LOG = Logger.getLogger(AdoptCommand.class);

  private final Adopting adopting;
  private final AdoptConfig config;

  AdoptCommand(Adopting adopting, AdoptConfig config) {
    this.adopting = adopting;
    this.config = config;
  }

  /** Before Quarkus starts: each flag is a setting. */
  public static void prepare(String... args) {
    MigrateCommand.prepare();
    Flags.of(args)
        .settings()
        .forEach((name, value) -> System.setProperty("messageboard.adopt." + name, value));
  }

  @Override
  public int run(String... args) {
    Flags flags = Flags.of(args);
    if (!flags.wrong().isEmpty()) {
      LOG.errorf(
          "Not understood: %s. There are --%s and --%s=...",
          String.join(" ", flags.wrong()),
          String.join(", --", Flags.SWITCHES),
          String.join("=..., --", Flags.WITH_VALUE));
      return FAILED;
    }
    try {
      return told(adopting.run(config));
    } catch (AdoptRefusal refusal) {
      LOG.error(refusal.getMessage());
      return FAILED;
    } catch (SQLException failure) {
      return failed(failure);
    }
  }

  private int told(AdoptReport report) {
    report.refused.forEach(row -> LOG.warnf("Row %s is refused: %s", row.row(), row.reason()));
    LOG.info(report);
    return report.refused.isEmpty() || config.allowRefused() ? 0 : REFUSED;
  }

  private static int failed(SQLException failure) {
    Optional<DatabaseFailure> known = DatabaseFailure.of(failure);
    String cause = InnermostCause.of(failure);
    if (known.filter(DatabaseFailure.SCHEMA_BEHIND::equals).isPresent()) {
      LOG.errorf("%s. If the table is the board's own, run migrate first", cause);
      return FAILED;
    }
    LOG.errorf(
        "%s: %s. What was adopted before stays, and is not adopted again",
        known.map(DatabaseFailure::reason).orElse("Failed"), cause);
    return known.filter(DatabaseFailure::isUnreachable).isPresent() ? UNREACHABLE : FAILED;
  }
}
