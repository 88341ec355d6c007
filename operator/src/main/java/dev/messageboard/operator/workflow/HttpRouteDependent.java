package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.DesiredHttpRoute;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;

@KubernetesDependent(informer = @Informer(labelSelector = Labels.MANAGED))
public class HttpRouteDependent extends OptionalChildDependent<HTTPRoute> {

  public HttpRouteDependent() {
    super(HTTPRoute.class, OptionalApi.HTTP_ROUTE);
  }

  @Override
  HTTPRoute desiredOf(MessageBoard board) {
    return DesiredHttpRoute.of(board);
  }
}
