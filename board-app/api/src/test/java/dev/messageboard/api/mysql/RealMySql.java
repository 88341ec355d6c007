package dev.messageboard.api.mysql;

import static dev.messageboard.api.mysql.Patience.await;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The one MySQL server of a test run: initialised once, on a free loopback port, gone when the JVM
 * ends. System properties hold its place, because Quarkus loads this class several times.
 */
public final class RealMySql {

  public static final String USER = "messageboard";
  public static final String PASSWORD = UUID.randomUUID().toString();

  /** The token of the board's moderators. */
  public static final String ADMIN_TOKEN = "the-admins-own-token";

  private static final String DIRECTORY = "messageboard.test.mysql.directory";
  private static final String PORT = "messageboard.test.mysql.port";
  private static final String WRITER = "127.0.0.1";
  private static final String STANDBY = "127.0.0.2";
  private static final String ADMIN = "admin";
  private static final String INIT_FILE =
      """
      CREATE USER IF NOT EXISTS admin@'%' IDENTIFIED BY 'admin';
      GRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION;
      """;

  private final MySqlProcess process;

  private RealMySql(MySqlProcess process) {
    this.process = process;
  }

  /** The server, running. */
  public static RealMySql running() {
    RealMySql server = get();
    server.start();
    return server;
  }

  /** The server as the last test left it. */
  public static RealMySql get() {
    synchronized (System.class) {
      if (System.getProperty(DIRECTORY) == null) {
        MySqlProcess process = initialised(WRITER, freePort());
        System.setProperty(DIRECTORY, process.directory().toString());
        System.setProperty(PORT, String.valueOf(process.port()));
        Runtime.getRuntime().addShutdownHook(new Thread(process::remove));
      }
    }
    Path directory = Path.of(System.getProperty(DIRECTORY));
    return new RealMySql(new MySqlProcess(directory, WRITER, Integer.getInteger(PORT)));
  }

  /** Another server on the same port of another address, as the other half of a fail-over pair. */
  public static RealMySql standby() {
    MySqlProcess process = initialised(STANDBY, get().process.port());
    Runtime.getRuntime().addShutdownHook(new Thread(process::remove));
    RealMySql server = new RealMySql(process);
    server.start();
    return server;
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static MySqlProcess initialised(String address, int port) {
    try {
      Path directory = Files.createTempDirectory("mysql-");
      MySqlProcess process = new MySqlProcess(directory, address, port);
      Files.writeString(directory.resolve("init.sql"), INIT_FILE);
      process.initialise();
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void start() {
    synchronized (System.class) {
      if (!process.isRunning()) {
        process.start(process.directory().resolve("init.sql"));
        await().ignoreExceptions().until(() -> query("SELECT 1").equals("1"));
      }
    }
  }

  public void kill() {
    process.kill();
  }

  /** Where it listens. */
  public String address() {
    return process.address();
  }

  public int port() {
    return process.port();
  }

  /** The server neither answers nor hangs up, like one behind a broken network. */
  public void freeze() {
    process.signal("STOP");
  }

  public void thaw() {
    process.signal("CONT");
  }

  /** An empty database whose owner is the board's user; the password is new in each test run. */
  public void createDatabase(String name) {
    execute("CREATE DATABASE " + name);
    execute("CREATE USER IF NOT EXISTS " + USER + "@'%' REQUIRE SSL");
    execute("ALTER USER " + USER + "@'%' IDENTIFIED BY '" + PASSWORD + "'");
    execute("GRANT ALL ON " + name + ".* TO " + USER + "@'%'");
  }

  /** The certificates of who signed the server's, as PEM. */
  String authority() {
    try {
      return Files.readString(process.directory().resolve("data/ca.pem"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** For what shall be removed with the server. */
  Path directory() {
    return process.directory();
  }

  public String url(String database) {
    return url(process.address(), database);
  }

  /** Under a name that stands for the server. */
  public String url(String host, String database) {
    return "jdbc:mysql://" + host + ":" + process.port() + "/" + database + "?sslMode=REQUIRED";
  }

  public void execute(String statement) {
    try (Connection connection = connect("");
        var running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(statement, failure);
    }
  }

  /** The first column of the first row, as text; null if there is no row. */
  public String query(String statement) {
    try (Connection connection = connect("");
        var running = connection.createStatement();
        var rows = running.executeQuery(statement)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException(statement, failure);
    }
  }

  public Connection connect(String database) throws SQLException {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url(database) + "&connectTimeout=3000");
    source.setUser(ADMIN);
    source.setPassword(ADMIN);
    return source.getConnection();
  }
}
