package dev.messageboard.operator.platform;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** One of several operators works; the others stand by with warm caches. */
@Singleton
public class Election {

  private static final Logger LOG = Logger.getLogger(Election.class);

  private final String identity =
      Optional.ofNullable(System.getenv("HOSTNAME")).orElse("operator") + "_" + UUID.randomUUID();
  private final KubernetesClient client;
  private final Settings.Lease lease;
  private volatile boolean isStopping;
  private volatile boolean leads = true;

  public Election(KubernetesClient client, Settings settings) {
    this.client = client;
    this.lease = settings.lease();
  }

  /** Whether this operator works, and does not stand by. Who lost that ends. */
  public boolean leads() {
    return leads;
  }

  /** Asked for only by an operator that has to be elected first. */
  @Produces
  @Singleton
  @Unremovable
  LeaderElectionConfiguration configuration() {
    leads = false;
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(lease.name())
        .withIdentity(identity)
        .withLeaseDuration(lease.duration())
        .withRenewDeadline(lease.renewDeadline())
        .withRetryPeriod(lease.retryPeriod())
        .withLeaderCallbacks(new LeaderCallbacks(this::begin, this::end, leader -> {}))
        .build();
  }

  private void begin() {
    leads = true;
  }

  /** Before the framework's own observer stops the election. */
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    isStopping = true;
  }

  /**
   * Leadership that was lost, and not given up, may be another operator's already: nothing more is
   * written, as if this one was killed.
   */
  private void end() {
    if (isStopping) {
      giveBack();
    } else {
      LOG.error("The lease is lost; this operator ends, so that no two work");
      Runtime.getRuntime().halt(1);
    }
  }

  /** The framework only stops renewing: the next leader would wait until the lease has run out. */
  private void giveBack() {
    try {
      var namespace = client.getConfiguration().getNamespace();
      var held = client.leases().inNamespace(namespace).withName(lease.name()).get();
      if (held != null && identity.equals(held.getSpec().getHolderIdentity())) {
        held.getSpec().setHolderIdentity("");
        client.resource(held).update();
      }
    } catch (KubernetesClientException e) {
      LOG.warnf("The lease could not be given back and has to run out: %s", e.getMessage());
    }
  }
}
