package dev.messageboard.operator.platform;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** One of several operators works; the others stand by with warm caches. */
@Singleton
public class Election {

  private static final Logger LOG = Logger.getLogger(Election.class);
  private static final String LEASE = "messageboard-operator";

  private final String identity =
      Optional.ofNullable(System.getenv("HOSTNAME")).orElse("operator") + "_" + UUID.randomUUID();
  private final KubernetesClient client;

  Election(KubernetesClient client) {
    this.client = client;
  }

  @Produces
  @Singleton
  @Unremovable
  LeaderElectionConfiguration configuration() {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
        .withIdentity(identity)
        .withLeaderCallbacks(new LeaderCallbacks(() -> {}, this::giveBack, leader -> {}))
        .build();
  }

  /** The framework only stops renewing: the next leader would wait until the lease has run out. */
  private void giveBack() {
    try {
      var lease =
          client.leases().inNamespace(client.getConfiguration().getNamespace()).withName(LEASE);
      var held = lease.get();
      if (held != null && identity.equals(held.getSpec().getHolderIdentity())) {
        held.getSpec().setHolderIdentity("");
        client.resource(held).update();
      }
    } catch (KubernetesClientException e) {
      LOG.warnf("The lease could not be given back and has to run out: %s", e.getMessage());
    }
  }
}
