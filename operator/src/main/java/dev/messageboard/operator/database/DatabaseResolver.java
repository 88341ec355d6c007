package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.CaRef;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.check.CheckOrder;
import dev.messageboard.operator.database.check.CheckThreads;
import dev.messageboard.operator.database.check.StandingCheck;
import dev.messageboard.operator.database.migration.Migration;
import dev.messageboard.operator.database.provision.Provisioner;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.EmbeddedDatabase;
import dev.messageboard.operator.desired.Images;
import dev.messageboard.operator.desired.NamedSecrets;
import dev.messageboard.operator.desired.Names;
import dev.messageboard.operator.status.MigrationJob;
import dev.messageboard.operator.status.MigrationJobs;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The board's choice of database becomes a binding, once a login with it was accepted. */
public final class DatabaseResolver {

  private final NamedObjects named;
  private final StandingCheck checks;
  private final ProvisionedResolver provisioned;
  private final DatabaseReclaim reclaim;
  private final Images images;

  private DatabaseResolver(
      NamedObjects named,
      StandingCheck checks,
      ProvisionedResolver provisioned,
      DatabaseReclaim reclaim,
      Images images) {
    this.named = named;
    this.checks = checks;
    this.provisioned = provisioned;
    this.reclaim = reclaim;
    this.images = images;
  }

  /**
   * @param named what boards name, read for others too
   * @param news told which board's database is not as it was
   */
  public static DatabaseResolver onMySql(
      KubernetesClient client,
      NamedObjects named,
      Clock clock,
      Images images,
      Consumer<ResourceID> news) {
    var checks = StandingCheck.onMySql(clock, news);
    var provisioner =
        Provisioner.onMySql(
            CheckThreads.make(),
            clock,
            order -> {
              checks.hasten(order.uid());
              news.accept(order.board());
            });
    var offers = new ServerOffers(client, clock);
    var finalizer = new DatabaseFinalizer(client);
    return new DatabaseResolver(
        named,
        checks,
        new ProvisionedResolver(named, offers, checks, provisioner, finalizer),
        new DatabaseReclaim(named, offers, provisioner, finalizer),
        images);
  }

  /**
   * @param bound the Secret that the pods mount, if it is there
   * @param jobs that change its schema, or changed it
   * @param made the Secret with the passwords of the embedded MySQL, if it is there
   */
  public Resolution resolve(
      MessageBoard board, Optional<Secret> bound, Optional<Secret> made, List<MigrationJob> jobs) {
    var occasion = MigrationJobs.occasion(jobs);
    var database = chosen(board, bound, made, occasion);
    return database.with(Migration.of(board, images, database.binding(), jobs, database.check()));
  }

  private Resolution chosen(
      MessageBoard board, Optional<Secret> bound, Optional<Secret> made, String occasion) {
    var choice = board.getSpec().database();
    if (choice.provisioned() != null) {
      return provisioned.resolve(board, bound, occasion);
    }
    return choice.embedded() != null
        ? embedded(board, made, occasion)
        : external(board, bound, occasion);
  }

  /** For boards that are deleted. */
  public DatabaseReclaim reclaim() {
    return reclaim;
  }

  /** How long a settled board's database may be left alone; empty means until something happens. */
  public Optional<Duration> untilNextLook(MessageBoard board) {
    var database = board.getSpec().database();
    var interval = database.check().every();
    if (database.checkedByOperator()) {
      return checks.untilDue(board.getMetadata().getUid()).or(() -> Optional.of(interval));
    }
    return database.embedded() != null ? Optional.empty() : Optional.of(interval);
  }

  /** Of a Secret that somebody changed: the next look reads it anew. */
  public void forget(String namespace, String secret) {
    named.forget(namespace, secret);
  }

  /** Of a board that is gone: what its database was made of. */
  public void forget(ResourceID board) {
    provisioned.forget(board);
  }

  /** The server is brought to our passwords, so nothing has to be accepted first. */
  private Resolution embedded(MessageBoard board, Optional<Secret> made, String occasion) {
    var passwords = MadePasswords.of(board, made);
    var binding = EmbeddedDatabase.binding(board, passwords);
    var order = CheckOrder.of(board, binding, Names.of(board, Component.MYSQL), occasion);
    return new Resolution(
        Optional.of(binding), Optional.of(passwords), Optional.empty(), checks.look(board, order));
  }

  private Resolution external(MessageBoard board, Optional<Secret> bound, String occasion) {
    var database = board.getSpec().database();
    var namespace = board.getMetadata().getNamespace();
    var name = database.external().secretRef().name();
    var before = bound.flatMap(AcceptedBinding::of);
    try {
      var every = database.check().every();
      var binding =
          ExternalBinding.of(
                  database,
                  named.secret(namespace, name, every),
                  named.tls(namespace, database.tls(), every),
                  MadePasswords.fingerprintKey(board, bound))
              .withMigration(migration(board));
      var order = CheckOrder.of(board, binding, name, occasion);
      var check = checks.look(board, order);
      if (isAccepted(board, order, binding, before)) {
        return new Resolution(Optional.of(binding), Optional.empty(), Optional.empty(), check);
      }
      forgetAll(board);
      return new Resolution(before, Optional.empty(), Optional.empty(), check);
    } catch (UnusableSecret e) {
      forgetAll(board);
      return new Resolution(before, Optional.empty(), Optional.of(e.problem()), Optional.empty());
    }
  }

  /** Whether they are good is found by the Job that uses them. */
  private Optional<Credentials> migration(MessageBoard board) throws UnusableSecret {
    var database = board.getSpec().database();
    var ref = database.external().migrationSecretRef();
    if (ref == null) {
      return Optional.empty();
    }
    var namespace = board.getMetadata().getNamespace();
    var secret = named.secret(namespace, ref.name(), database.check().every());
    return Optional.of(ExternalBinding.credentials(ref.name(), secret, database.auth()));
  }

  private void forgetAll(MessageBoard board) {
    var configMap =
        Stream.ofNullable(board.getSpec().database().tls().caRef())
            .map(CaRef::configMap)
            .filter(Objects::nonNull);
    Stream.concat(NamedSecrets.ofDatabase(board), configMap)
        .forEach(name -> named.forget(board.getMetadata().getNamespace(), name));
  }

  /** What the pods have was accepted once, and stays through every outage. */
  private boolean isAccepted(
      MessageBoard board, CheckOrder order, Binding binding, Optional<Binding> before) {
    return !board.getSpec().database().checkedByOperator()
        || before.filter(binding::equals).isPresent()
        || checks.hasAccepted(order);
  }
}
