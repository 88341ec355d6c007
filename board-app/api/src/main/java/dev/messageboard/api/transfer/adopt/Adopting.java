package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.database.LongConnections;
import dev.messageboard.api.database.LongConnections.Login;
import dev.messageboard.api.transfer.LineRules;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the old table with a login that may only read, and writes with the board's own. */
@ApplicationScoped
class Adopting {

  private static final Logger LOG = Logger.getLogger(Adopting.class);

  /** Moments come in UTC, and a date of zeros, which is no date, as none. */
  private static final Map<String, String> READING =
      Map.of(
          "connectionTimeZone",
          "UTC",
          "forceConnectionTimeZoneToSession",
          "true",
          "zeroDateTimeBehavior",
          "CONVERT_TO_NULL");

  private final AgroalDataSource database;
  private final LongConnections connections;
  private final LineRules rules;

  Adopting(AgroalDataSource database, LongConnections connections, LineRules rules) {
    this.database = database;
    this.connections = connections;
    this.rules = rules;
  }

  AdoptReport run(AdoptConfig config) throws SQLException {
    try (Connection old = connections.open(login(config), READING)) {
      old.setReadOnly(true);
      OldTable table = OldTable.of(old, config.table());
      Columns columns = table.columns();
      Mapping mapping = columns.mapping(config);
      LOG.infof(
          "Reading %s: %s; times without a zone are %s; left behind: %s",
          table.name(), mapping, config.timeZone(), String.join(", ", columns.leftBehind(mapping)));
      AdoptReport report = new AdoptReport(!config.apply());
      Adopter board =
          new Adopter(database, config.source().orElse(table.schema() + "." + table.name()));
      OldRow.Defaults defaults =
          new OldRow.Defaults(config.authorIfMissing(), config.createdIfMissing());
      boolean threaded = mapping.parent().isPresent();
      Adoption adoption = new Adoption(board, rules, defaults, threaded, report);
      table.read(mapping, config.where(), config.timeZone(), adoption::take);
      adoption.finish();
      return report;
    }
  }

  /** What is not said is the board's: the same server, the same user. */
  private Login login(AdoptConfig config) {
    Login board = connections.board();
    Optional<String> password = config.passwordFile().map(Adopting::content).or(config::password);
    return new Login(
        config.url().orElse(board.url()),
        config.username().orElse(board.user()),
        password.orElse(board.password()));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new AdoptRefusal("The password cannot be read from " + file);
    }
  }
}
