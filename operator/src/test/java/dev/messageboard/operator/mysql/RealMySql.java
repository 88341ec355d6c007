package dev.messageboard.operator.mysql;

import static org.awaitility.Awaitility.await;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A MySQL server of its own, on a free loopback port, with the certificates it makes itself. */
public final class RealMySql implements AutoCloseable {

  private static final String INIT_FILE =
      """
      CREATE USER IF NOT EXISTS admin@'%' IDENTIFIED BY 'admin';
      GRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION;
      """;

  private final MySqlProcess process;
  private final Path directory;
  private final int port;

  private RealMySql(Path directory, int port, List<String> options) {
    this.process = new MySqlProcess(directory, port, options);
    this.directory = directory;
    this.port = port;
  }

  /** A new server with these options of mysqld beside the usual ones. */
  public static RealMySql launch(String... options) {
    try {
      var directory = Files.createTempDirectory("mysql-");
      Files.writeString(directory.resolve("init.sql"), INIT_FILE);
      var server = new RealMySql(directory, freePort(), List.of(options));
      Runtime.getRuntime().addShutdownHook(new Thread(server.process::remove));
      server.process.initialise();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again, with its data. */
  public void start() {
    process.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> "1".equals(query("SELECT 1")));
  }

  /** As a power cut would end it. */
  public void kill() {
    process.kill();
  }

  public int port() {
    return port;
  }

  /** The certificate authority that the server made at its first start. */
  public Path ca() {
    return directory.resolve("data/ca.pem");
  }

  /** A database and a user of the same name with all rights on it. */
  public void createBoard(String name, String password) {
    execute("CREATE DATABASE IF NOT EXISTS " + name);
    createUser(name, password);
    execute("GRANT ALL ON %s.* TO %s".formatted(name, name));
  }

  /** As Flyway writes it after a migration, and what of the board's tables every login looks at. */
  public void writeHistory(String database, String version) {
    execute(
        "CREATE TABLE IF NOT EXISTS %s.flyway_schema_history (installed_rank INT PRIMARY KEY AUTO_INCREMENT, version VARCHAR(50), success BOOL)"
            .formatted(database),
        "CREATE TABLE IF NOT EXISTS %s.message (id BIGINT, body TEXT)".formatted(database),
        "INSERT INTO %s.flyway_schema_history (version, success) VALUES ('%s', 1)"
            .formatted(database, version));
  }

  public void createUser(String name, String password) {
    execute("CREATE USER %s@'%%' IDENTIFIED BY '%s'".formatted(name, password));
  }

  public void execute(String... statements) {
    try (var connection = connect();
        var running = connection.createStatement()) {
      for (var statement : statements) {
        running.execute(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements), e);
    }
  }

  /** The first column of the first row, as text; null if there is no row. */
  public String query(String statement) {
    try (var connection = connect();
        var running = connection.createStatement();
        var rows = running.executeQuery(statement)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** As the administrator. */
  public Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", "admin");
    properties.setProperty("password", "admin");
    properties.setProperty("connectTimeout", "3000");
    properties.setProperty("sslMode", "PREFERRED");
    properties.setProperty("allowPublicKeyRetrieval", "true");
    return new NonRegisteringDriver().connect("jdbc:mysql://127.0.0.1:" + port + "/", properties);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.remove();
  }
}
