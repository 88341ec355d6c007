package dev.messageboard.api;

import dev.messageboard.api.database.MigrateCommand;
import dev.messageboard.api.transfer.adopt.AdoptCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.Security;
import java.util.List;

/**
 * Starts the service, or only does what its argument says: {@code migrate} brings the database up
 * to it, {@code adopt} takes in what another application wrote.
 */
@QuarkusMain
public class BoardApi {

  /** A fail-over moves the database's name to another address; the JVM's own default is 30 s. */
  private static final String DNS_TTL_SECONDS = "2";

  public static void main(String... args) {
    Security.setProperty("networkaddress.cache.ttl", DNS_TTL_SECONDS);
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
    System.setProperty("vertx.disableURIValidation", "true"); // EdgeProblems does it
    List<String> arguments = List.of(args);
    if (arguments.contains(MigrateCommand.NAME)) {
      MigrateCommand.prepare();
      Quarkus.run(MigrateCommand.class, args);
    } else if (arguments.contains(AdoptCommand.NAME)) {
      AdoptCommand.prepare(args);
      Quarkus.run(AdoptCommand.class, args);
    } else {
      Quarkus.run(args);
    }
  }
}
