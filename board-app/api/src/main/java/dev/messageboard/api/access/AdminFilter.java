package dev.messageboard.api.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Guards what is {@link AdminOnly}, before a body is read. */
@Provider
@Priority(AdminFilter.PRIORITY)
@AdminOnly
public class AdminFilter implements ContainerRequestFilter {

  /** After what refuses a page of another site, and what counts guesses. */
  public static final int PRIORITY = Priorities.USER + 2;

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
