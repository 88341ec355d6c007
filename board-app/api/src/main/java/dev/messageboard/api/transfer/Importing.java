package dev.messageboard.api.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.database.Rows;
import dev.messageboard.api.database.Transactions;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines, checks them as new messages are checked, and writes them a batch at a time. */
@ApplicationScoped
class Importing {

  private final ObjectMapper json;
  private final LineRules rules;
  private final AgroalDataSource database;

  Importing(ObjectMapper json, LineRules rules, AgroalDataSource database) {
    this.json = json;
    this.rules = rules;
    this.database = database;
  }

  /** Tells the report as it goes: what was taken before a failure stays. */
  void load(Lines lines, ImportReport report) throws IOException {
    List<Line> batch = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      report.read++;
      if (!line.get().isBlank()) {
        parse(line.get(), report).ifPresent(batch::add);
      }
      if (batch.size() == Rows.LIST) {
        write(batch, report);
      }
    }
    write(batch, report);
  }

  private Optional<Line> parse(String text, ImportReport report) {
    try {
      Line line = json.readValue(text, Line.class);
      Optional<String> wrong = wrong(line);
      wrong.ifPresent(why -> report.refuse(report.read, why));
      return wrong.isEmpty() ? Optional.of(line) : Optional.empty();
    } catch (JsonProcessingException unreadable) {
      report.refuse(report.read, "not a message in JSON");
      return Optional.empty();
    }
  }

  private Optional<String> wrong(Line line) {
    if (line == null || !isId(line.id()) || line.parentId() != null && !isId(line.parentId())) {
      return Optional.of("id and parentId must be whole numbers of at most 15 digits, as texts");
    }
    return rules.wrong(line);
  }

  /** Shorter than what can be read: the board goes on counting from the highest. */
  private static boolean isId(String id) {
    return id != null && id.matches("[1-9][0-9]{0,14}");
  }

  private void write(List<Line> batch, ImportReport report) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      int created =
          Transactions.run(database, connection -> write(batch, connection, report.dryRun));
      report.created += created;
      report.skipped += batch.size() - created;
      batch.clear();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int write(List<Line> batch, Connection connection, boolean dryRun)
      throws SQLException {
    int created = new ImportStatements(connection).write(batch);
    if (dryRun) {
      connection.rollback();
    }
    return created;
  }
}
