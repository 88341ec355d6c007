package dev.messageboard.api.mysql;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A fresh database on a server whose certificate the service shall check. */
public class VerifiedDatabase implements QuarkusTestResourceLifecycleManager {

  private static final String NAME = "verified";

  @Override
  public Map<String, String> start() {
    RealMySql server = RealMySql.running();
    server.execute("DROP DATABASE IF EXISTS " + NAME);
    server.createDatabase(NAME);
    return Map.of(Binding.ROOT, Binding.writeVerified(server, NAME).toString());
  }

  @Override
  public void stop() {}
}
