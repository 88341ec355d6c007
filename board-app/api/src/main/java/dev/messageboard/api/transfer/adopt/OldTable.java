package dev.messageboard.api.transfer.adopt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of another application, only read.
 *
 * @param schema the database it is in
 */
record OldTable(Connection connection, String schema, String name) {

  private static final String COLUMNS =
      """
      SELECT column_name, column_key FROM information_schema.columns
      WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position""";

  private static final String TABLES =
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = ? AND (table_name = ? OR ? = '') ORDER BY table_name""";

  /** Receives rows as they come. */
  interface Reader {
    void take(OldRow row) throws SQLException;
  }

  /** The name may lead with a database; without one it is that of the connection. */
  static OldTable of(Connection connection, Optional<String> asked) throws SQLException {
    String[] parts = asked.orElse("").split("\\.", 2);
    String schema = parts.length == 2 ? parts[0] : connection.getCatalog();
    String name = parts[parts.length - 1];
    List<String> there = names(connection, TABLES, schema, name, name);
    if (name.isEmpty() || there.size() != 1) {
      throw new AdoptRefusal(
          "Say --table=<table> or --table=<database>.<table>; %s has %s"
              .formatted(schema, String.join(", ", names(connection, TABLES, schema, "", ""))));
    }
    return new OldTable(connection, schema, there.get(0));
  }

  Columns columns() throws SQLException {
    List<String> all = new ArrayList<>();
    List<String> key = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, schema);
      query.setString(2, name);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          all.add(rows.getString(1));
          if ("PRI".equals(rows.getString(2))) {
            key.add(rows.getString(1));
          }
        }
      }
    }
    return new Columns(all, key);
  }

  /** Oldest first, a row at a time: the driver would hold the whole table. */
  void read(Mapping mapping, Optional<String> where, ZoneId zone, Reader reader)
      throws SQLException {
    try (Statement query = connection.createStatement()) {
      query.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet rows = query.executeQuery(select(mapping, where))) {
        while (rows.next()) {
          reader.take(row(rows, mapping, zone));
        }
      }
    }
  }

  private String select(Mapping mapping, Optional<String> where) {
    return "SELECT %s FROM %s.%s%s ORDER BY %s"
        .formatted(
            quoted(mapping.columns()),
            quoted(List.of(schema)),
            quoted(List.of(name)),
            where.map(condition -> " WHERE (" + condition + ")").orElse(""),
            quoted(mapping.order()));
  }

  private static OldRow row(ResultSet rows, Mapping mapping, ZoneId zone) throws SQLException {
    List<OldRow.Cell> body = new ArrayList<>();
    for (String column : mapping.body()) {
      body.add(new OldRow.Cell(column, rows.getString(column)));
    }
    return new OldRow(
        rows.getString(mapping.id()),
        mapping.author().isEmpty() ? null : rows.getString(mapping.author().get()),
        body,
        mapping.created().isEmpty()
            ? Optional.empty()
            : OldTime.of(time(rows, mapping.created().get()), zone),
        mapping.parent().isEmpty() ? null : rows.getString(mapping.parent().get()));
  }

  /** A TIMESTAMP is a moment, told in the session's zone; a DATETIME only looks like one. */
  private static Object time(ResultSet rows, String column) throws SQLException {
    String type = rows.getMetaData().getColumnTypeName(rows.findColumn(column));
    if (!type.equals("TIMESTAMP")) {
      return rows.getObject(column);
    }
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static String quoted(List<String> names) {
    return names.stream()
        .map(name -> "`" + name.replace("`", "``") + "`")
        .collect(Collectors.joining(", "));
  }

  private static List<String> names(Connection connection, String question, String... values)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(question)) {
      for (int i = 0; i < values.length; i++) {
        query.setString(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
