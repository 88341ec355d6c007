package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.ResourcesSpec;
import dev.messageboard.operator.api.v1alpha1.TierSpec;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;

/** What the containers of both tiers have in common. */
final class TierContainer {

  /** Endpoints follow a terminating pod with a delay; it goes on serving for that long. */
  private static final long LEAVING_SECONDS = 3;

  private TierContainer() {}

  static ContainerBuilder of(Component tier, String image, TierSpec spec) {
    return new ContainerBuilder()
        .withName(tier.toString())
        .withImage(image)
        .withImagePullPolicy(spec.imagePullPolicy().name())
        .addNewPort()
        .withName(Names.HTTP)
        .withContainerPort(8080)
        .withProtocol("TCP")
        .endPort()
        .withResources(resources(spec.resources()))
        .withSecurityContext(Confinement.ofContainer())
        .withNewLifecycle()
        .withNewPreStop()
        .withNewSleep(LEAVING_SECONDS)
        .endPreStop()
        .endLifecycle();
  }

  private static ResourceRequirements resources(ResourcesSpec spec) {
    return new ResourceRequirementsBuilder()
        .withRequests(spec.requests())
        .withLimits(spec.limits())
        .build();
  }
}
