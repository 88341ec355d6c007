package dev.messageboard.api.database;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;

/**
 * Parameters of plain statements. A list has a fixed length and is filled up with NULL, which
 * equals nothing: so every statement's text is a constant.
 */
public final class Rows {

  public static final int LIST = 64;

  /** {@code (?, ?, ...)} with {@link #LIST} places. */
  public static final String PLACES = "(" + "?,".repeat(LIST - 1) + "?)";

  private Rows() {}

  /** Fills the places from {@code first} on; returns the place after them. */
  public static int fill(PreparedStatement statement, int first, Collection<?> values)
      throws SQLException {
    Iterator<?> rest = values.iterator();
    for (int place = first; place < first + LIST; place++) {
      statement.setObject(place, rest.hasNext() ? column(rest.next()) : null);
    }
    return first + LIST;
  }

  /** Times are UTC whatever the session's zone is. */
  public static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  public static Instant instant(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }

  public static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static Object column(Object value) {
    return value instanceof ByteBuffer buffer ? bytes(buffer) : value;
  }
}
