package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.check.CheckOrder;
import dev.messageboard.operator.database.check.StandingCheck;
import dev.messageboard.operator.database.provision.Outcome;
import dev.messageboard.operator.database.provision.ProvisionOrder;
import dev.messageboard.operator.database.provision.Provisioner;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Names;
import dev.messageboard.operator.desired.ProvisionedDatabase;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.DatabaseCheck;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Optional;
import java.util.Set;

/** A database on an offered server: made first, then tried as the board would, then given to it. */
final class ProvisionedResolver {

  /** What a login finds where the server lost what was made, or has another password. */
  private static final Set<String> UNDONE =
      Set.of("AccessDenied", "UnknownDatabase", "PermissionDenied");

  private final NamedObjects named;
  private final ServerOffers offers;
  private final StandingCheck checks;
  private final Provisioner provisioner;
  private final DatabaseFinalizer finalizer;
  private final HeldPasswords passwords = new HeldPasswords();

  ProvisionedResolver(
      NamedObjects named,
      ServerOffers offers,
      StandingCheck checks,
      Provisioner provisioner,
      DatabaseFinalizer finalizer) {
    this.named = named;
    this.offers = offers;
    this.checks = checks;
    this.provisioner = provisioner;
    this.finalizer = finalizer;
  }

  /**
   * @param bound the Secret that the pods mount, if it is there
   */
  Resolution resolve(MessageBoard board, Optional<Secret> bound, String occasion) {
    var before = bound.flatMap(AcceptedBinding::of);
    try {
      var offer = offers.of(board);
      var tls = tls(board, offer);
      if (board.getSpec().paused()) {
        return asItIs(board, before, occasion);
      }
      finalizer.keep(board);
      var binding = binding(board, offer, tls, bound);
      var order = ProvisionOrder.of(board, binding, offer.admin(), offer.secret());
      return made(board, order, binding, before, occasion);
    } catch (UnusableSecret e) {
      forgetOffer(board);
      keepWhatWasMade(board, before);
      return new Resolution(before, Optional.empty(), Optional.of(e.problem()), Optional.empty());
    }
  }

  /** A board that never got as far as a server has nothing to wait for when it is deleted. */
  private void keepWhatWasMade(MessageBoard board, Optional<Binding> before) {
    if (before.isPresent() || !DatabaseFinalizer.isWanted(board)) {
      finalizer.keep(board);
    }
  }

  /** A board that is gone needs no memory. */
  void forget(ResourceID board) {
    passwords.forget(board);
    provisioner.forget(board);
  }

  /** Servers are left alone too while the board is. */
  private Resolution asItIs(MessageBoard board, Optional<Binding> before, String occasion) {
    var check = before.flatMap(binding -> checks.look(board, check(board, binding, occasion)));
    return resolution(before, check);
  }

  private Resolution made(
      MessageBoard board,
      ProvisionOrder order,
      Binding binding,
      Optional<Binding> before,
      String occasion) {
    var isInUse = before.filter(binding::equals).isPresent();
    var kept = isInUse ? before : before.filter(old -> isLoginOf(old, binding));
    if (!isInUse) {
      var outcome = provisioner.look(order);
      if (!outcome.isDone()) {
        return underWay(board, kept, outcome, binding);
      }
    }
    var login = check(board, binding, occasion);
    var found = checks.look(board, login);
    if (found.filter(check -> UNDONE.contains(check.reason())).isPresent()) {
      var outcome = provisioner.again(order);
      return outcome.isDone() ? resolution(kept, found) : underWay(board, kept, outcome, binding);
    }
    return isInUse || isAccepted(board, login)
        ? resolution(Optional.of(binding), found).made(provisioner.tells(order.board()))
        : resolution(kept, found);
  }

  private Resolution underWay(
      MessageBoard board, Optional<Binding> kept, Outcome outcome, Binding binding) {
    if (outcome.problem().isPresent()) {
      forgetOffer(board);
    }
    return resolution(
        kept, Optional.of(outcome.problem().map(DatabaseCheck::failed).orElse(making(binding))));
  }

  private static DatabaseCheck making(Binding binding) {
    return DatabaseCheck.provisioning(
        "the operator makes database %s and its users at %s"
            .formatted(binding.database(), binding.endpoint()));
  }

  private static Resolution resolution(Optional<Binding> binding, Optional<DatabaseCheck> check) {
    return new Resolution(binding, Optional.empty(), Optional.empty(), check);
  }

  private Binding binding(MessageBoard board, ServerOffer offer, Tls tls, Optional<Secret> bound) {
    var made = passwords.of(board, bound);
    return ProvisionedDatabase.binding(
        board,
        offer.host(),
        offer.port(),
        tls,
        made.user(),
        made.migration(),
        MadePasswords.fingerprintKey(board, bound));
  }

  private Tls tls(MessageBoard board, ServerOffer offer) throws UnusableSecret {
    var database = board.getSpec().database();
    return database.tls().caRef() == null
        ? offer.tls(database.tls())
        : named.tls(board.getMetadata().getNamespace(), database.tls(), database.check().every());
  }

  private void forgetOffer(MessageBoard board) {
    offers.forget(board);
    named.forgetAuthority(board);
  }

  /** What somebody wrote into the Secret is nothing that pods should try. */
  private static boolean isLoginOf(Binding old, Binding binding) {
    return old.username().equals(binding.username())
        && old.password().equals(binding.password())
        && old.migration().equals(binding.migration());
  }

  private boolean isAccepted(MessageBoard board, CheckOrder login) {
    return !board.getSpec().database().checkedByOperator() || checks.hasAccepted(login);
  }

  private static CheckOrder check(MessageBoard board, Binding binding, String occasion) {
    return CheckOrder.of(board, binding, Names.of(board, Component.DATABASE), occasion);
  }
}
