package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.mysql.RealMySql;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A real MySQL of the test class, and a database and users of its own for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabasesOnMySql {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final MySqlProvision provision = new MySqlProvision();
  RealMySql server;
  String database;
  String uid;

  @BeforeAll
  void start() {
    server = RealMySql.launch();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void nameADatabase() {
    var number = COUNT.incrementAndGet();
    database = "mb_%d_x".formatted(number);
    uid = "uid-" + number;
  }

  String user(String part) {
    return uid.replace("-", "") + "_" + part;
  }
}
