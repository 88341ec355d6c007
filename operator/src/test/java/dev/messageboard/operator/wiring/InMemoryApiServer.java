package dev.messageboard.operator.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.operator.ClientProperties;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Connects Quarkus to an API server in memory: no rules, no defaults, no field ownership. */
public class InMemoryApiServer implements QuarkusTestResourceLifecycleManager {

  private static final Path CRD = Path.of("../crds/messageboards.messageboard.dev-v1.yml");

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
    install();
    ClientProperties.set(config());
    return Map.of();
  }

  /** Makes the status of a board a subresource, as it is in earnest. */
  private static void install() {
    try (var client = server.createClient();
        var crd = Files.newInputStream(CRD)) {
      client.load(crd).create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    ClientProperties.clear();
    server.destroy();
  }
}
