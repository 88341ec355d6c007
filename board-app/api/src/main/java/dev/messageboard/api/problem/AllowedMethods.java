package dev.messageboard.api.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/** The header Allow. The framework leaves it out of a 405 and names too much for OPTIONS. */
public class AllowedMethods {

  @ServerRequestFilter(preMatching = true)
  public Response answerOptions(ContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
      return null;
    }
    String allow = ofCurrentPath();
    if (allow.isEmpty()) {
      throw FrameworkRefusal.NOT_FOUND.asException();
    }
    return Response.noContent().header(HttpHeaders.ALLOW, allow).build();
  }

  /** Empty if there is nothing under the path. */
  static String ofCurrentPath() {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    RequestMatch<InitialMatch> resource =
        new RequestMapper<>(request.getDeployment().getClassMappers())
            .map(request.getPathWithoutPrefix());
    Set<String> methods = new TreeSet<>();
    if (resource != null) {
      Arrays.stream(resource.value.handlers)
          .filter(ClassRoutingHandler.class::isInstance)
          .map(ClassRoutingHandler.class::cast)
          .flatMap(handler -> handler.getMappers().entrySet().stream())
          .filter(mapper -> mapper.getValue().map(rest(resource)) != null)
          .map(Map.Entry::getKey)
          .forEach(methods::add);
    }
    return String.join(", ", withImplied(methods));
  }

  private static String rest(RequestMatch<InitialMatch> resource) {
    return resource.remaining.isEmpty() ? "/" : resource.remaining;
  }

  private static Set<String> withImplied(Set<String> methods) {
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    if (!methods.isEmpty()) {
      methods.add(HttpMethod.OPTIONS);
    }
    return methods;
  }
}
