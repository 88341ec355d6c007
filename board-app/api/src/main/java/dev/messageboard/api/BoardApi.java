package dev.messageboard.api;

import dev.messageboard.api.database.MigrateCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.Security;
import java.util.Arrays;

/** Starts the service, or with the argument {@code migrate} only brings its database up to it. */
@QuarkusMain
public class BoardApi {

  /** A fail-over moves the database's name to another address; the JVM's own default is 30 s. */
  private static final String DNS_TTL_SECONDS = "2";

  public static void main(String... args) {
    Security.setProperty("networkaddress.cache.ttl", DNS_TTL_SECONDS);
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
    System.setProperty("vertx.disableURIValidation", "true"); // EdgeProblems does it
    if (Arrays.asList(args).contains(MigrateCommand.NAME)) {
      MigrateCommand.prepare();
      Quarkus.run(MigrateCommand.class, args);
    } else {
      Quarkus.run(args);
    }
  }
}
