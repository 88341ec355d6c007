package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import java.util.List;

/**
 * Every statement that is sent to an offered server. Names are of lower-case letters, digits and
 * underscores, passwords of our own making: nothing in them ends a quotation.
 */
final class ProvisioningSql {

  /** Which database is whose. It cannot stand in a board's own, which has to begin empty. */
  static final String REGISTRY = "messageboard_operator.board_database";

  static final List<String> MAKE_REGISTRY =
      List.of(
          "CREATE DATABASE IF NOT EXISTS messageboard_operator CHARACTER SET utf8mb4 COLLATE"
              + " utf8mb4_0900_ai_ci",
          "CREATE TABLE IF NOT EXISTS "
              + REGISTRY
              + " (name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,"
              + " board_uid VARCHAR(64) NOT NULL, namespace VARCHAR(63) NOT NULL, board VARCHAR(63)"
              + " NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)");

  /** A lock's name has 64 characters at most. */
  static final String LOCK = "SELECT GET_LOCK(SHA2(CONCAT('messageboard_operator/', ?), 224), ?)";

  static final String HAS_REGISTRY =
      "SELECT COUNT(*) FROM information_schema.TABLES WHERE CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) ="
          + " '"
          + REGISTRY
          + "'";

  static final String OWNER_OF_DATABASE = "SELECT board_uid FROM " + REGISTRY + " WHERE name = ?";
  static final String IS_THERE =
      "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?";
  static final String REGISTER =
      "INSERT INTO " + REGISTRY + " (name, board_uid, namespace, board) VALUES (?, ?, ?, ?)";

  static final String UNREGISTER = "DELETE FROM " + REGISTRY + " WHERE name = ? AND board_uid = ?";

  /** A row for every user, with a mark or without one. */
  static final String OWNER_OF_USER =
      "SELECT COALESCE(ATTRIBUTE->>'$.\"messageboard.dev/board-uid\"', '') FROM"
          + " information_schema.USER_ATTRIBUTES WHERE USER = ? AND HOST = '%'";

  /** With it a server takes the database's name in a GRANT for a name, else for a pattern. */
  static final String NAMES_ARE_NAMES = "SELECT @@partial_revokes";

  private static final String DATA = "SELECT, INSERT, UPDATE, DELETE";
  private static final String SCHEMA = DATA + ", CREATE, ALTER, DROP, INDEX, REFERENCES";

  private ProvisioningSql() {}

  static String createDatabase(String name) {
    return "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci"
        .formatted(name);
  }

  /** A table that is in use holds up its database's end, a year long unless told otherwise. */
  static String waitForTablesAtMost(long seconds) {
    return "SET SESSION lock_wait_timeout = " + Math.max(1, seconds);
  }

  static String dropDatabase(String name) {
    return "DROP DATABASE IF EXISTS `%s`".formatted(name);
  }

  static String dropUser(Credentials user) {
    return "DROP USER IF EXISTS '%s'@'%%'".formatted(user.username());
  }

  static String createUser(Credentials user, Tls tls, String uid) {
    return "CREATE USER %s ATTRIBUTE '{\"messageboard.dev/board-uid\": \"%s\"}'"
        .formatted(identified(user, tls), uid);
  }

  static String alterUser(Credentials user, Tls tls) {
    return "ALTER USER %s ACCOUNT UNLOCK".formatted(identified(user, tls));
  }

  static String grantData(String database, Credentials user, boolean namesAreNames) {
    return grant(DATA, database, user, namesAreNames);
  }

  static String grantSchema(String database, Credentials user, boolean namesAreNames) {
    return grant(SCHEMA, database, user, namesAreNames);
  }

  private static String grant(
      String rights, String database, Credentials user, boolean namesAreNames) {
    var pattern = namesAreNames ? database : database.replace("_", "\\_");
    return "GRANT %s ON `%s`.* TO '%s'@'%%'".formatted(rights, pattern, user.username());
  }

  private static String identified(Credentials user, Tls tls) {
    return "'%s'@'%%' IDENTIFIED BY '%s' REQUIRE %s"
        .formatted(user.username(), user.password(), tls.mayBeClearText() ? "NONE" : "SSL");
  }
}
