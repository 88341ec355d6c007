package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** The board {@code team} as the operator said it to be in one state, for others to read. */
record RecordedBoard(String state) {

  private static final Path DIRECTORY =
      Path.of("..", "deploy", "tests", "health", "recorded").toAbsolutePath();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /**
   * Phase, conditions and reasons, for programs; people's sentences may change without a new
   * record. With {@code -Drecorded.update=true} all is recorded anew.
   */
  void assertIsWhatIsSaidOf(KubernetesClient client, String namespace) {
    var file = DIRECTORY.resolve(state + ".yaml");
    if (Boolean.getBoolean("recorded.update")) {
      write(file, settled(client, namespace));
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told(said(client, namespace)))
                    .as(
                        "%s is out of date: run `mvn -pl operator test -Dtest=RecordedBoardsApiServerTest -Drecorded.update=true` and commit it",
                        file)
                    .isEqualTo(told(Files.readString(file))));
  }

  private static List<String> told(String recorded) {
    var board = Serialization.unmarshal(recorded, JsonNode.class);
    var status = board.path("status");
    var told = new ArrayList<String>();
    told.add("generation " + board.path("metadata").path("generation").asText());
    told.add("observed " + status.path("observedGeneration").asText());
    told.add("phase " + status.path("phase").asText());
    for (var condition : status.path("conditions")) {
      told.add(
          "%s %s %s"
              .formatted(
                  condition.path("type").asText(),
                  condition.path("status").asText(),
                  condition.path("reason").asText()));
    }
    return told;
  }

  private static String settled(KubernetesClient client, String namespace) {
    var last = new AtomicReference<String>();
    await()
        .during(SETTLED)
        .atMost(SOON)
        .until(
            () -> {
              var said = said(client, namespace);
              return said.equals(last.getAndSet(said));
            });
    return last.get();
  }

  private static void write(Path file, String said) {
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(KubernetesClient client, String namespace) {
    var boards = client.genericKubernetesResources("messageboard.dev/v1alpha1", "MessageBoard");
    return withoutChance(boards.inNamespace(namespace).withName("team").get(), namespace);
  }

  /** Without what chance or the machine decides. */
  private static String withoutChance(GenericKubernetesResource board, String namespace) {
    var metadata = new TreeMap<String, Object>();
    metadata.put("name", board.getMetadata().getName());
    metadata.put("generation", board.getMetadata().getGeneration());
    var shown = new TreeMap<String, Object>();
    shown.put("metadata", metadata);
    shown.put("status", board.getAdditionalProperties().get("status"));
    return Serialization.asYaml(shown)
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-11-21T12:00:00Z")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:3306")
        .replaceAll("(serverVersion: ).*", "$1\"8.4.0\"")
        .replaceAll("team-migrate-[0-9a-f]+", "team-migrate-0a1b2c3d4e")
        .replace(namespace, "boards");
  }
}
