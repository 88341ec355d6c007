package dev.messageboard.api.mysql;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A fresh database on the running server, handed to the service as the operator does. */
public class BoardDatabase implements QuarkusTestResourceLifecycleManager {

  public static final String NAME = "board";

  @Override
  public Map<String, String> start() {
    RealMySql server = RealMySql.running();
    server.execute("DROP DATABASE IF EXISTS " + NAME);
    server.createDatabase(NAME);
    return Binding.write(server, NAME);
  }

  @Override
  public void stop() {}
}
