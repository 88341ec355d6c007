package dev.messageboard.api;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.Security;

/** Starts the service. */
@QuarkusMain
public class BoardApi {

  /** A fail-over moves the database's name to another address; the JVM's own default is 30 s. */
  private static final String DNS_TTL_SECONDS = "5";

  public static void main(String... args) {
    Security.setProperty("networkaddress.cache.ttl", DNS_TTL_SECONDS);
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
    System.setProperty("vertx.disableURIValidation", "true"); // EdgeProblems does it
    Quarkus.run(args);
  }
}
