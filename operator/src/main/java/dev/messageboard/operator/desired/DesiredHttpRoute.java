package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.GatewayRef;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReferenceBuilder;

/** The lists are atomic: what the API server would add is written out. */
public final class DesiredHttpRoute {

  private static final String GROUP = "gateway.networking.k8s.io";

  private DesiredHttpRoute() {}

  public static HTTPRoute of(MessageBoard board) {
    var spec = board.getSpec().gateway();
    return new HTTPRouteBuilder()
        .withMetadata(Child.of(board, Component.BOARD))
        .withNewSpec()
        .withParentRefs(spec.parentRefs().stream().map(DesiredHttpRoute::parent).toList())
        .withHostnames(spec.hostnames())
        .withRules(everything(board))
        .endSpec()
        .build();
  }

  private static ParentReference parent(GatewayRef ref) {
    return new ParentReferenceBuilder()
        .withGroup(GROUP)
        .withKind("Gateway")
        .withName(ref.name())
        .withNamespace(ref.namespace())
        .withSectionName(ref.sectionName())
        .withPort(ref.port())
        .build();
  }

  private static HTTPRouteRule everything(MessageBoard board) {
    return new HTTPRouteRuleBuilder()
        .addNewMatch()
        .withNewPath()
        .withType("PathPrefix")
        .withValue("/")
        .endPath()
        .endMatch()
        .addNewBackendRef()
        .withGroup("")
        .withKind("Service")
        .withName(Names.of(board, Component.FRONTEND))
        .withPort(board.getSpec().frontend().service().port())
        .withWeight(1)
        .endBackendRef()
        .build();
  }
}
