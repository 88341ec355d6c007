package dev.messageboard.operator.e2e;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.SQLException;
import java.util.Properties;

/** A MySQL that a platform team offers to the boards of one namespace. */
record OfferedServer(TestNamespace namespace) implements AutoCloseable {

  /** Of its Service, too. */
  static final String HOST = "server";

  private static final String OPERATOR_NAMESPACE = "messageboard-system";
  private static final int PREFIX_OF_USERS = "mb_".length() + 24;

  /**
   * @param sql what else the server is to have, one statement a line
   */
  static OfferedServer start(TestNamespace namespace, String sql) {
    MySqlPod.start(namespace, HOST, PLATFORM + sql);
    var server = new OfferedServer(namespace);
    var host = "%s.%s.svc".formatted(HOST, namespace.name());
    Kubectl.apply(OPERATOR_NAMESPACE, Manifests.offer(server.name(), host, namespace.name()));
    return server;
  }

  /** By which boards ask for it. */
  String name() {
    return "server-of-" + namespace.name();
  }

  /** What the board's database is called where its spec does not say. */
  static String databaseOf(LiveBoard board) {
    return "mb_" + board.uid().replace("-", "");
  }

  /**
   * How many databases of this name there are, users that belong to it, and rows that tell of it.
   */
  String countOf(String database) {
    return query(
        "SELECT CONCAT_WS(' ', (SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '%1$s'), (SELECT COUNT(*) FROM mysql.user WHERE user LIKE '%2$s%%'), (SELECT COUNT(*) FROM messageboard_operator.board_database WHERE name = '%1$s'))"
            .formatted(database, database.substring(0, PREFIX_OF_USERS)));
  }

  /** The first column of the first row, as the platform team sees it. */
  String query(String sql) {
    var who = new Properties();
    who.setProperty("user", "platform");
    who.setProperty("password", "replace-me");
    try (var forward = Kubectl.portForward(namespace.name(), "pod/" + HOST, 3306);
        var connection = new NonRegisteringDriver().connect(url(forward), who);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String url(Kubectl.Forward forward) {
    return "jdbc:mysql://127.0.0.1:%d/".formatted(forward.port());
  }

  @Override
  public void close() {
    Kubectl.run(OPERATOR_NAMESPACE, "delete", "secret", name());
  }

  /** What the sample says that the platform's user needs. */
  private static final String PLATFORM =
      """
      CREATE USER IF NOT EXISTS platform@'%' IDENTIFIED BY 'replace-me';
      GRANT CREATE USER ON *.* TO platform@'%';
      GRANT SELECT ON mysql.* TO platform@'%';
      GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* TO platform@'%' WITH GRANT OPTION;
      """;
}
