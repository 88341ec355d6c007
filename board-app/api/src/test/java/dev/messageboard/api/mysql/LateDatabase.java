package dev.messageboard.api.mysql;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A database whose server is down when the service starts. */
public class LateDatabase implements QuarkusTestResourceLifecycleManager {

  private static final String NAME = "late";

  @Override
  public Map<String, String> start() {
    RealMySql server = RealMySql.running();
    server.execute("DROP DATABASE IF EXISTS " + NAME);
    server.createDatabase(NAME);
    server.kill();
    return Map.of(Binding.ROOT, Binding.write(server, NAME).toString());
  }

  @Override
  public void stop() {}
}
