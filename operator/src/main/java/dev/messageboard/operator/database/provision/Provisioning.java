package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.desired.Credentials;
import java.sql.SQLException;

/**
 * The steps from a server as it is to one that has what a board is to have. Each is safe to repeat:
 * the mark comes before what it marks, so what a crash leaves behind is known as our own.
 */
final class Provisioning {

  private static final int CANNOT_USER = 1396;

  private final Statements server;
  private final ProvisionOrder order;
  private final String database;

  Provisioning(Statements server, ProvisionOrder order) {
    this.server = server;
    this.order = order;
    this.database = order.binding().database();
  }

  /** True if the database was not there before. The lock goes with the connection. */
  boolean run() throws SQLException, Taken {
    lock(server, order);
    for (var statement : ProvisioningSql.MAKE_REGISTRY) {
      server.run(statement);
    }
    var isNew = !server.isOne(ProvisioningSql.IS_THERE, database);
    register(isNew);
    server.run(ProvisioningSql.createDatabase(database));
    bring(order.user());
    bring(order.migrationUser());
    var namesAreNames = server.isOne(ProvisioningSql.NAMES_ARE_NAMES);
    server.run(ProvisioningSql.grantData(database, order.user(), namesAreNames));
    server.run(ProvisioningSql.grantSchema(database, order.migrationUser(), namesAreNames));
    return isNew;
  }

  /** Waits for less than a statement may take. */
  static void lock(Statements server, ProvisionOrder order) throws SQLException, Taken {
    var database = order.binding().database();
    if (!server.isOne(ProvisioningSql.LOCK, database, order.timeout().toSeconds() / 2)) {
      throw Taken.forNow(database);
    }
  }

  private void register(boolean isNew) throws SQLException, Taken {
    var owner = server.first(ProvisioningSql.OWNER_OF_DATABASE, database);
    if (owner.isPresent()) {
      if (!order.uid().equals(owner.get())) {
        throw Taken.byAnotherBoard(database);
      }
      return;
    }
    if (!isNew) {
      throw Taken.byNobodyWeKnow(database);
    }
    server.update(
        ProvisioningSql.REGISTER,
        database,
        order.uid(),
        order.namespace(),
        order.board().getName());
  }

  private void bring(Credentials user) throws SQLException, Taken {
    var owner = server.first(ProvisioningSql.OWNER_OF_USER, user.username());
    if (owner.isEmpty()) {
      create(user);
    } else if (order.uid().equals(owner.get())) {
      server.run(ProvisioningSql.alterUser(user, order.binding().tls()));
    } else {
      throw Taken.user(user.username());
    }
  }

  /** Who may not see all users sees this one when it is made. */
  private void create(Credentials user) throws SQLException, Taken {
    try {
      server.run(ProvisioningSql.createUser(user, order.binding().tls(), order.uid()));
    } catch (SQLException e) {
      if (e.getErrorCode() == CANNOT_USER) {
        throw Taken.user(user.username());
      }
      throw e;
    }
  }
}
