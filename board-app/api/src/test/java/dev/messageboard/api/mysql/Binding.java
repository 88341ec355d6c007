package dev.messageboard.api.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The service binding that the operator mounts: one file per key. */
public final class Binding {

  static final String ROOT = "quarkus.kubernetes-service-binding.root";

  private Binding() {}

  /** Returns the root, which {@code SERVICE_BINDING_ROOT} names. */
  public static Path write(RealMySql server, String database) {
    try {
      Path root = Files.createTempDirectory(server.directory(), "bindings-");
      Path binding = Files.createDirectory(root.resolve("database"));
      Files.writeString(binding.resolve("type"), "mysql");
      Files.writeString(binding.resolve("provider"), "messageboard-operator");
      Files.writeString(binding.resolve("jdbc-url"), server.url(database));
      Files.writeString(binding.resolve("username"), RealMySql.USER);
      Files.writeString(binding.resolve("password"), RealMySql.PASSWORD);
      return root;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The keys that the operator mounts, and the admin's token. */
  public static Path keys(RealMySql server) {
    try {
      Path keys = Files.createTempDirectory(server.directory(), "keys-");
      for (String name : List.of("edit-token", "cursor", "client-hash")) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(keys.resolve(name), Base64.getEncoder().encodeToString(key));
      }
      Files.writeString(keys.resolve("admin-token"), RealMySql.ADMIN_TOKEN);
      return keys;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
