package dev.messageboard.api.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service binding that the operator mounts: one file per key. */
final class Binding {

  private Binding() {}

  static Map<String, String> write(RealMySql server, String database) {
    try {
      Path root = Files.createTempDirectory(server.directory(), "bindings-");
      Path binding = Files.createDirectory(root.resolve("database"));
      Files.writeString(binding.resolve("type"), "mysql");
      Files.writeString(binding.resolve("provider"), "messageboard-operator");
      Files.writeString(binding.resolve("jdbc-url"), server.url(database));
      Files.writeString(binding.resolve("username"), RealMySql.USER);
      Files.writeString(binding.resolve("password"), RealMySql.PASSWORD);
      return Map.of("quarkus.kubernetes-service-binding.root", root.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
