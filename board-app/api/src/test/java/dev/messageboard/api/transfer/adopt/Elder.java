package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.RealMySql;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The table of another application, on the board's server. */
final class Elder {

  static final RealMySql SERVER = RealMySql.get();

  private Elder() {}

  /** Empty, as the board is then. */
  static void make() {
    Board.clear();
    SERVER.execute("DELETE FROM board.adopted_row");
    drop();
    SERVER.createDatabase("elder");
    SERVER.execute(
        """
        CREATE TABLE elder.messages (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100),
        message TEXT, email VARCHAR(100), created_at TIMESTAMP NULL, parent_id INT)
        """);
  }

  static void drop() {
    SERVER.execute("DROP DATABASE IF EXISTS elder");
  }

  static void rows(String... values) {
    SERVER.execute("INSERT INTO elder.messages VALUES " + String.join(", ", values));
  }

  static AdoptReport adopt(Adopting adopting, String... flags) throws SQLException {
    return adopting.run(
        Asked.with(
            Stream.concat(Stream.of("--table=elder.messages"), Stream.of(flags))
                .toArray(String[]::new)));
  }
}
