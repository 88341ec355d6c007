package dev.messageboard.api.mysql;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A fresh database on the running server, handed to the service as the operator does. */
public class BoardDatabase implements QuarkusTestResourceLifecycleManager {

  public static final String NAME = "board";

  private Map<String, String> asked = Map.of();

  /** What a test wants to be otherwise. */
  @Override
  public void init(Map<String, String> settings) {
    asked = settings;
  }

  @Override
  public Map<String, String> start() {
    RealMySql server = RealMySql.running();
    server.execute("DROP DATABASE IF EXISTS " + NAME);
    server.createDatabase(NAME);
    Map<String, String> settings = new HashMap<>();
    settings.put(Binding.ROOT, Binding.write(server, NAME).toString());
    settings.put("messageboard.posts-per-minute", "1000000");
    settings.put("messageboard.posts-per-hour", "1000000");
    settings.put("messageboard.upkeep-interval", "1h");
    settings.put("messageboard.delete-policy", "author");
    settings.put("messageboard.keys-directory", Binding.keys(server).toString());
    settings.putAll(asked);
    return settings;
  }

  @Override
  public void stop() {}
}
