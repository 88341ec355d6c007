package dev.messageboard.operator.workflow.condition;

import dev.messageboard.operator.desired.OptionalApi;

public class HttpRouteServed extends ApiServed {

  public HttpRouteServed() {
    super(OptionalApi.HTTP_ROUTE);
  }
}
