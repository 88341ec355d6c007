package dev.messageboard.operator.apiserver;

import org.junit.jupiter.api.BeforeEach;

/** Boards with a database of the test's own, whose user has its name and the password "first". */
abstract class BoardsOnADatabase extends BoardsOnMySql {

  String database;

  @BeforeEach
  void makeADatabase() {
    database = "board" + COUNT.incrementAndGet();
    server.createBoard(database, "first");
  }
}
