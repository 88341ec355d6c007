package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.mysql.RealMySql;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.sql.Connection;
import java.sql.SQLException;

/** A real MySQL that is offered to boards, with the rights that the README asks for. */
final class OfferedMySql implements AutoCloseable {

  private final RealMySql server;

  /** With these options of mysqld beside the usual ones. */
  OfferedMySql(String... options) {
    server = RealMySql.launch(options);
    server.execute(
        "CREATE USER platform@'%' IDENTIFIED BY 'hush-hush'",
        "GRANT CREATE USER ON *.* TO platform@'%'",
        "GRANT SELECT ON mysql.* TO platform@'%'",
        "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* TO platform@'%' WITH GRANT OPTION");
  }

  void offer(KubernetesClient client, String name) {
    Cluster.offerServer(client, "messageboard-system", name, server.port());
  }

  RealMySql server() {
    return server;
  }

  /** Somebody who reads a table of it, so that it cannot be dropped until the connection closes. */
  Connection reading(String database) throws SQLException {
    server.execute("CREATE TABLE %s.message (id INT)".formatted(database));
    var reader = server.connect();
    try (var reading = reader.createStatement()) {
      reading.execute("START TRANSACTION");
      reading.execute("SELECT * FROM %s.message".formatted(database));
    }
    return reader;
  }

  /** How many databases, users and rows of the board there are. */
  String of(MessageBoard board) {
    var hex = board.getMetadata().getUid().replace("-", "");
    return server.query(
        "SELECT CONCAT_WS(' ', (SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'mb_%1$s'), (SELECT COUNT(*) FROM mysql.user WHERE user LIKE 'mb_%2$s%%'), (SELECT COUNT(*) FROM messageboard_operator.board_database WHERE name = 'mb_%1$s'))"
            .formatted(hex, hex.substring(0, 24)));
  }

  @Override
  public void close() {
    server.close();
  }
}
