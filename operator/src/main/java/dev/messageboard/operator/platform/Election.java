package dev.messageboard.operator.platform;

import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One of several operators works; the others stand by with warm caches. */
@Singleton
public class Election {

  @Produces
  @Singleton
  @Unremovable
  LeaderElectionConfiguration configuration() {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration("messageboard-operator")
        .build();
  }
}
