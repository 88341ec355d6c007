package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.mysql.RealMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Boards whose databases lie on a real MySQL of the test class. */
abstract class BoardsOnMySql extends BoardsOnApiServer {

  RealMySql server;

  @BeforeAll
  void startMySql() {
    server = RealMySql.launch();
  }

  @AfterAll
  void stopMySql() {
    server.close();
  }
}
