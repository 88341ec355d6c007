package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.desired.Credentials;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps back to a server that has nothing of the board any more. Each is safe to repeat: a mark
 * goes with or after what it marks. Nothing without the board's mark is touched.
 */
final class Reclaiming {

  /** MySQL's number for a lock that was not given in time. */
  private static final int NOT_IN_TIME = 1205;

  private final Statements server;
  private final ProvisionOrder order;
  private final String database;
  private final List<String> left = new ArrayList<>();
  private boolean hasDropped;

  Reclaiming(Statements server, ProvisionOrder order) {
    this.server = server;
    this.order = order;
    this.database = order.binding().database();
  }

  /** The users go first: nobody logs in any more while the database goes. */
  Outcome run() throws SQLException, Taken {
    Provisioning.lock(server, order);
    server.run(ProvisioningSql.waitForTablesAtMost(order.timeout().toSeconds() / 2));
    drop(order.user());
    drop(order.migrationUser());
    dropDatabase();
    return left.isEmpty() ? Outcome.done(hasDropped) : Outcome.left(hasDropped, left);
  }

  private void drop(Credentials user) throws SQLException {
    var owner = server.first(ProvisioningSql.OWNER_OF_USER, user.username());
    if (isOurs(owner)) {
      server.run(ProvisioningSql.dropUser(user));
      hasDropped = true;
    } else if (owner.isPresent()) {
      left.add(
          "user %s, which does not have the board's UID in its attribute"
              .formatted(user.username()));
    }
  }

  private void dropDatabase() throws SQLException, Taken {
    var owner = owner();
    if (isOurs(owner)) {
      dropTables();
      server.update(ProvisioningSql.UNREGISTER, database, order.uid());
      hasDropped = true;
    } else if (server.isOne(ProvisioningSql.IS_THERE, database)) {
      left.add(
          "database %s, which is %s in table %s"
              .formatted(
                  database,
                  owner.isPresent() ? "another board's" : "nobody's",
                  ProvisioningSql.REGISTRY));
    }
  }

  private void dropTables() throws SQLException, Taken {
    try {
      server.run(ProvisioningSql.dropDatabase(database));
    } catch (SQLException e) {
      if (e.getErrorCode() == NOT_IN_TIME) {
        throw Taken.byATransaction(database);
      }
      throw e;
    }
  }

  /** A server that never made a database for a board has no table of them. */
  private Optional<String> owner() throws SQLException {
    return server.isOne(ProvisioningSql.HAS_REGISTRY)
        ? server.first(ProvisioningSql.OWNER_OF_DATABASE, database)
        : Optional.empty();
  }

  private boolean isOurs(Optional<String> owner) {
    return owner.filter(order.uid()::equals).isPresent();
  }
}
