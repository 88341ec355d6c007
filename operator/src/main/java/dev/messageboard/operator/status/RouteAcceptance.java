package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the Gateways say of the board's HTTPRoute. */
final class RouteAcceptance {

  private static final String ACCEPTED = "Accepted";
  private static final String RESOLVED = "ResolvedRefs";

  private RouteAcceptance() {}

  /**
   * @param gateways how many are asked
   */
  static Verdict of(BoardObservation seen, int gateways) {
    return seen.child(HTTPRoute.class, Component.BOARD)
        .map(route -> of(route, gateways))
        .orElseGet(
            () -> Verdict.no(IngressReadyCondition.TYPE, "NotCreated", whyThereIsNone(seen)));
  }

  private static String whyThereIsNone(BoardObservation seen) {
    return OptionalApisCondition.of(seen)
        .filter(Verdict::isFalse)
        .map(Verdict::message)
        .orElse("there is no HTTPRoute yet");
  }

  private static Verdict of(HTTPRoute route, int gateways) {
    var parents = parents(route);
    var generation = route.getMetadata().getGeneration();
    var refused =
        Stream.of(ACCEPTED, RESOLVED)
            .flatMap(type -> parents.stream().flatMap(parent -> refusal(parent, type)))
            .findFirst();
    if (refused.isPresent()) {
      return refused.get();
    }
    var accepted = parents.stream().filter(parent -> isAccepted(parent, generation)).count();
    return accepted >= gateways
        ? Verdict.yes(
            IngressReadyCondition.TYPE, ACCEPTED, "each Gateway has accepted the HTTPRoute")
        : Verdict.no(
            IngressReadyCondition.TYPE,
            "Pending",
            "%d of %d Gateways have accepted the HTTPRoute".formatted(accepted, gateways));
  }

  private static List<RouteParentStatus> parents(HTTPRoute route) {
    return Optional.ofNullable(route.getStatus()).map(s -> s.getParents()).orElseGet(List::of);
  }

  private static boolean isAccepted(RouteParentStatus parent, Long generation) {
    return parent.getConditions().stream()
        .filter(c -> ACCEPTED.equals(c.getType()) && "True".equals(c.getStatus()))
        .anyMatch(
            c -> c.getObservedGeneration() == null || c.getObservedGeneration() >= generation);
  }

  private static Stream<Verdict> refusal(RouteParentStatus parent, String type) {
    return parent.getConditions().stream()
        .filter(c -> type.equals(c.getType()) && "False".equals(c.getStatus()))
        .map(c -> Verdict.no(IngressReadyCondition.TYPE, c.getReason(), told(parent, c)));
  }

  private static String told(RouteParentStatus parent, Condition condition) {
    return "Gateway %s: %s".formatted(parent.getParentRef().getName(), condition.getMessage());
  }
}
