package dev.messageboard.api.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Guards what is {@link AdminOnly}, before a body is read. */
@Provider
@AdminOnly
public class AdminFilter implements ContainerRequestFilter {

  @Context HttpHeaders headers;

  private final Admin admin;

  AdminFilter(Admin admin) {
    this.admin = admin;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    admin.require(headers);
  }
}
