package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.ExternalDatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.EmbeddedDatabase;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The board's choice of database becomes a binding. */
public final class DatabaseResolver {

  private final UserSecrets secrets;

  /**
   * @param interval between two looks at a user's Secret
   */
  public DatabaseResolver(KubernetesClient client, Clock clock, Duration interval) {
    this.secrets =
        new UserSecrets(
            (namespace, name) ->
                Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get()),
            clock,
            interval);
  }

  /**
   * @param bound the Secret that the pods mount, if it is there
   * @param made the Secret with the passwords of the embedded MySQL, if it is there
   */
  public Resolution resolve(MessageBoard board, Optional<Secret> bound, Optional<Secret> made) {
    var database = board.getSpec().database();
    if (database.embedded() != null) {
      var passwords = MadePasswords.of(made);
      return new Resolution(
          Optional.of(EmbeddedDatabase.binding(board, passwords)),
          Optional.of(passwords),
          Optional.empty());
    }
    return resolve(board.getMetadata().getNamespace(), database.external(), bound);
  }

  private Resolution resolve(
      String namespace, ExternalDatabaseSpec external, Optional<Secret> bound) {
    var name = external.secretRef().name();
    try {
      var binding =
          ExternalBinding.of(
              external, secrets.read(namespace, name), MadePasswords.fingerprintKey(bound));
      return new Resolution(Optional.of(binding), Optional.empty(), Optional.empty());
    } catch (UnusableSecret e) {
      secrets.forget(namespace, name);
      return new Resolution(
          bound.flatMap(AcceptedBinding::of), Optional.empty(), Optional.of(e.problem()));
    }
  }
}
