package dev.messageboard.api.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What clients were promised: each message's text, which is its key, and its id. */
final class Ledger {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> promised = new ConcurrentHashMap<>();

  int size() {
    return promised.size();
  }

  /** Tries again under the same key, at any replica, until one confirms. */
  void post(Caller caller, Replicas board) {
    String key = UUID.randomUUID().toString();
    String id = tried(caller, board, key);
    while (id == null) {
      id = tried(caller, board, key);
    }
    promised.put(key, id);
  }

  /** Null where nothing was promised: no answer, or one that says to try again. */
  private static String tried(Caller caller, Replicas board, String key) {
    try {
      HttpResponse<String> answer = caller.post(board.any(), key, Map.of("Idempotency-Key", key));
      if (answer.statusCode() == 503) {
        return null;
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return JSON.readTree(answer.body()).get("id").asText();
    } catch (IOException noAnswer) {
      return null;
    }
  }

  /** Nothing that was promised is missing, and nothing is there twice. */
  void matches(String database) throws SQLException {
    Map<String, String> stored = new HashMap<>();
    try (var connection = RealMySql.running().connect(database);
        var query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT body, id FROM message")) {
      while (rows.next()) {
        assertThat(stored.put(rows.getString(1), rows.getString(2))).as("doubled").isNull();
      }
    }
    assertThat(stored).isEqualTo(promised);
  }
}
