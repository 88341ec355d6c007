package dev.messageboard.api.flood;

import dev.messageboard.api.flood.FloodWindows.Action;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.TreeSet;

/** Limits what is no post: reactions, reports, edits, deletes and previews share one window. */
@ApplicationScoped
public class OtherActions {

  private static final Limits LIMITS = new Limits(60, 600);

  private final AgroalDataSource database;

  OtherActions(AgroalDataSource database) {
    this.database = database;
  }

  /** Counts in the caller's transaction, if there is one: what fails then costs nothing. */
  @Transactional
  public void count(byte[] client) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    ByteBuffer key = ByteBuffer.wrap(client);
    TreeSet<ByteBuffer> clients = new TreeSet<>();
    clients.add(key);
    try (Connection connection = database.getConnection()) {
      FloodWindows windows = new FloodWindows(connection, Action.OTHER);
      Verdict verdict = windows.lock(clients, now).get(key).take(now, LIMITS);
      if (!verdict.isAllowed()) {
        throw verdict.asProblem();
      }
      TreeMap<ByteBuffer, Window> used = new TreeMap<>();
      used.put(key, verdict.window());
      windows.write(used);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
