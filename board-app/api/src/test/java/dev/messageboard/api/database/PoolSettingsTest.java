package dev.messageboard.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operator's file says how large the pool is, though our own properties go before it. */
class PoolSettingsTest {

  private static final String SIZE = "quarkus.datasource.jdbc.max-size";
  private static final String PATIENCE = "quarkus.datasource.jdbc.acquisition-timeout";

  @Test
  void theFileOfTheOperatorSetsThePool() throws IOException {
    SmallRyeConfig config =
        config(Map.of("messageboard.pool-size", "3", "messageboard.acquire-timeout", "500ms"));

    assertThat(config.getValue(SIZE, Integer.class)).isEqualTo(3);
    assertThat(config.getValue(PATIENCE, String.class)).isEqualTo("500ms");
  }

  @Test
  void withoutItThePoolHasEightConnections() throws IOException {
    assertThat(config(Map.of()).getValue(SIZE, Integer.class)).isEqualTo(8);
    assertThat(config(Map.of()).getValue(PATIENCE, String.class)).isEqualTo("2S");
  }

  private static SmallRyeConfig config(Map<String, String> file) throws IOException {
    var ours = PoolSettingsTest.class.getResource("/application.properties");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(ours, 250),
            new PropertiesConfigSource(file, "api.properties", 100))
        .build();
  }
}
