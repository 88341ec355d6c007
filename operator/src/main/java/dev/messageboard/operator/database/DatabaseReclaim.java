package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.provision.Outcome;
import dev.messageboard.operator.database.provision.ProvisionOrder;
import dev.messageboard.operator.database.provision.Provisioner;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.ProvisionedDatabase;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.Problem;

/**
 * The database and the users of a deleted board go from the offered server, if they are its own.
 */
public final class DatabaseReclaim {

  private static final Problem PAUSED =
      new Problem("Paused", "the board is paused: its database is dropped when paused is false");

  /** Who drops a user needs no password of it. */
  private static final String NONE = "";

  private final NamedObjects named;
  private final ServerOffers offers;
  private final Provisioner provisioner;
  private final DatabaseFinalizer finalizer;

  DatabaseReclaim(
      NamedObjects named,
      ServerOffers offers,
      Provisioner provisioner,
      DatabaseFinalizer finalizer) {
    this.named = named;
    this.offers = offers;
    this.provisioner = provisioner;
    this.finalizer = finalizer;
  }

  /** What became of them so far; never waits for the server. */
  public Outcome look(MessageBoard board) {
    if (!DatabaseFinalizer.isWanted(board)) {
      return Outcome.done(false);
    }
    if (board.getSpec().paused()) {
      return Outcome.failed(PAUSED);
    }
    try {
      var offer = offers.of(board);
      var order = ProvisionOrder.of(board, binding(board, offer), offer.admin(), offer.secret());
      return readAnewAfter(provisioner.look(order.toDrop()), board);
    } catch (UnusableSecret e) {
      return readAnewAfter(Outcome.failed(e.problem()), board);
    }
  }

  /** True if the board is free to go now; false if it is not any more as it was seen. */
  public boolean letGo(MessageBoard board) {
    return finalizer.remove(board);
  }

  private Outcome readAnewAfter(Outcome outcome, MessageBoard board) {
    if (outcome.problem().isPresent()) {
      offers.forget(board);
      named.forgetAuthority(board);
    }
    return outcome;
  }

  private Binding binding(MessageBoard board, ServerOffer offer) throws UnusableSecret {
    return ProvisionedDatabase.binding(
        board, offer.host(), offer.port(), tls(board, offer), NONE, NONE, NONE);
  }

  /** A namespace that goes as a whole may have lost the board's own certificates already. */
  private Tls tls(MessageBoard board, ServerOffer offer) throws UnusableSecret {
    var database = board.getSpec().database();
    if (database.tls().caRef() == null) {
      return offer.tls(database.tls());
    }
    try {
      var namespace = board.getMetadata().getNamespace();
      return named.tls(namespace, database.tls(), database.check().every());
    } catch (UnusableSecret gone) {
      return offer.tls(database.tls());
    }
  }
}
