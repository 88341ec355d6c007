package dev.messageboard.api.transfer;

import dev.messageboard.api.database.Rows;
import dev.messageboard.api.message.MessageState;
import dev.messageboard.api.message.Reaction;
import dev.messageboard.api.text.Normal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plain SQL, because the ids come with the lines and Hibernate would make new ones. */
public record ImportStatements(Connection connection) {

  private static final String ADD =
      """
      INSERT INTO message (id, parent_id, author, body, state, listed, pinned, created_at,
      edited_at, changed_at, deleted_at, like_count, heart_count, laugh_count, surprised_count,
      sad_count, thanks_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String INSERT = ADD + " ON DUPLICATE KEY UPDATE id = id";

  private static final String KNOWN = "SELECT id FROM message WHERE id IN " + Rows.PLACES;

  private static final String COUNT_REPLY =
      """
      UPDATE message SET reply_count = reply_count + 1, activity = activity + 1,
      listed = listed OR state = 3 WHERE id = ?""";

  /** How many were new. At most {@link Rows#LIST} lines. */
  int write(List<Line> lines) throws SQLException {
    Set<Long> known = known(lines.stream().map(Line::number).toList());
    List<Line> fresh = lines.stream().filter(line -> known.add(line.number())).toList();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insertAll(insert, fresh);
    }
    countReplies(fresh);
    return fresh.size();
  }

  /** Lines without ids; returns those that they got, which follow all that are there. */
  public List<Long> add(List<Line> lines) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement(ADD, Statement.RETURN_GENERATED_KEYS)) {
      insertAll(insert, lines);
      try (ResultSet keys = insert.getGeneratedKeys()) {
        while (keys.next()) {
          ids.add(keys.getLong(1));
        }
      }
    }
    countReplies(lines);
    return ids;
  }

  private static void insertAll(PreparedStatement insert, List<Line> lines) throws SQLException {
    for (Line line : lines) {
      bind(insert, line);
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private void countReplies(List<Line> lines) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT_REPLY)) {
      for (Line reply : lines.stream().filter(Line::isVisibleReply).toList()) {
        count.setLong(1, Long.parseLong(reply.parentId()));
        count.addBatch();
      }
      count.executeBatch();
    }
  }

  private Set<Long> known(List<Long> ids) throws SQLException {
    Set<Long> known = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
      Rows.fill(query, 1, ids);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getLong(1));
        }
      }
    }
    return known;
  }

  private static void bind(PreparedStatement insert, Line line) throws SQLException {
    MessageState state = line.messageState();
    boolean deleted = state == MessageState.DELETED;
    insert.setObject(1, line.id() == null ? null : line.number());
    insert.setObject(2, line.parentId() == null ? null : Long.valueOf(line.parentId()));
    insert.setString(3, deleted ? "" : Normal.line(line.author()));
    insert.setString(4, deleted ? "" : Normal.lines(line.body()));
    insert.setInt(5, state.ordinal());
    insert.setBoolean(6, state == MessageState.VISIBLE);
    insert.setBoolean(7, line.pinned());
    insert.setObject(8, time(line.createdAt()));
    insert.setObject(9, line.editedAt() == null ? null : time(line.editedAt()));
    insert.setObject(10, time(Instant.now()));
    insert.setObject(11, deleted ? time(Instant.now()) : null);
    int place = 12;
    Map<String, Integer> given = line.reactions() == null ? Map.of() : line.reactions();
    for (Reaction reaction : Reaction.values()) {
      insert.setInt(place++, Math.max(0, given.getOrDefault(reaction.slug(), 0)));
    }
  }

  private static Object time(Instant instant) {
    return Rows.utc(instant.truncatedTo(ChronoUnit.MICROS));
  }
}
