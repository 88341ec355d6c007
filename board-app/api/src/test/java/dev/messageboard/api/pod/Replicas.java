package dev.messageboard.api.pod;

import dev.messageboard.api.mysql.Binding;
import dev.messageboard.api.mysql.RealMySql;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** The pods of one board: they share a database, the keys and the settings. */
final class Replicas implements AutoCloseable {

  private static final Path THIS_VERSION = Path.of("target", "quarkus-app");

  private final Map<String, String> environment = new HashMap<>();
  private final List<Pod> pods = new CopyOnWriteArrayList<>();

  /** Limits are as wide as can be unless the settings say otherwise. */
  Replicas(String database, Map<String, String> settings) {
    RealMySql server = RealMySql.running();
    server.execute("DROP DATABASE IF EXISTS " + database);
    server.createDatabase(database);
    environment.put("SERVICE_BINDING_ROOT", Binding.write(server, database).toString());
    environment.put("MESSAGEBOARD_KEYS_DIRECTORY", Binding.keys(server).toString());
    environment.put("MESSAGEBOARD_POSTS_PER_MINUTE", "1000000");
    environment.put("MESSAGEBOARD_POSTS_PER_HOUR", "1000000");
    environment.putAll(settings);
  }

  /** A pod gets requests once it is ready. */
  Pod start() {
    return served(run());
  }

  /** Another version, or another JVM's options. */
  Pod start(Path app, String... options) {
    return served(Pod.start(List.of(options), app, environment));
  }

  /** Whatever becomes of it. */
  Pod launch() {
    Pod pod = run();
    pods.add(pod);
    return pod;
  }

  /** A Job's: it serves nobody and ends. */
  Pod command(String... arguments) {
    return run(arguments);
  }

  private Pod run(String... arguments) {
    return Pod.start(ClassArchive.of(THIS_VERSION), THIS_VERSION, environment, arguments);
  }

  private Pod served(Pod pod) {
    pods.add(pod.untilReady());
    return pod;
  }

  /** As a Service chooses. */
  Pod any() {
    List<Pod> now = List.copyOf(pods);
    return now.get(ThreadLocalRandom.current().nextInt(now.size()));
  }

  Pod oldest() {
    return pods.get(0);
  }

  /** No new connections go there. */
  void forget(Pod pod) {
    pods.remove(pod);
  }

  @Override
  public void close() {
    pods.forEach(Pod::close);
  }
}
