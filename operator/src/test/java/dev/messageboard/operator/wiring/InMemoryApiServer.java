package dev.messageboard.operator.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.operator.ClientProperties;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Connects Quarkus to an API server in memory: no rules, no defaults, no field ownership. */
public class InMemoryApiServer implements QuarkusTestResourceLifecycleManager {

  private static KubernetesMockServer server;

  static Config config() {
    return new ConfigBuilder(Config.empty()).withMasterUrl(server.url("/")).build();
  }

  @Override
  public Map<String, String> start() {
    server =
        new KubernetesMockServer(
            new io.fabric8.mockwebserver.Context(new ObjectMapper()),
            new MockWebServer(),
            new HashMap<>(),
            new ApplyingDispatcher(),
            false);
    server.init();
    ClientProperties.set(config());
    return Map.of();
  }

  @Override
  public void stop() {
    ClientProperties.clear();
    server.destroy();
  }
}
