package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The database servers that Secrets of the operator's own namespace offer, and no others. */
final class ServerOffers {

  private final KubernetesClient client;
  private final UserObjects<List<Secret>> secrets;

  ServerOffers(KubernetesClient client, Clock clock) {
    this.client = client;
    this.secrets =
        new UserObjects<>(
            (in, server) ->
                Optional.of(
                    client
                        .secrets()
                        .inNamespace(in)
                        .withLabel(Labels.DATABASE_SERVER, server)
                        .list()
                        .getItems()),
            clock);
  }

  /** The server that the board names. */
  ServerOffer of(MessageBoard board) throws UnusableSecret {
    var database = board.getSpec().database();
    var server = database.provisioned().server();
    var offered =
        secrets.read(client.getNamespace(), server, database.check().every()).orElse(List.of());
    return ServerOffer.of(server, offered, board.getMetadata().getNamespace());
  }

  /** So that the next look finds what was mended meanwhile. */
  void forget(MessageBoard board) {
    secrets.forget(client.getNamespace(), board.getSpec().database().provisioned().server());
  }
}
