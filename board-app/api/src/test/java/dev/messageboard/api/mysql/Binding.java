package dev.messageboard.api.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The service binding that the operator mounts: one file per key. */
public final class Binding {

  static final String ROOT = "quarkus.kubernetes-service-binding.root";

  private Binding() {}

  /** Returns the root, which {@code SERVICE_BINDING_ROOT} names. */
  public static Path write(RealMySql server, String database) {
    return write(server, server.url(database), Map.of());
  }

  /** Under a name that stands for the server. */
  public static Path writeNamed(RealMySql server, String host, String database) {
    return write(server, server.url(host, database), Map.of());
  }

  /** With the server's own certificate authority, and no other trusted. */
  static Path writeVerified(RealMySql server, String database) {
    String url = server.url(database).replace("sslMode=REQUIRED", "sslMode=VERIFY_CA");
    return write(server, url, Map.of("ca.pem", server.authority()));
  }

  /** Without a password: tokens of an AWS identity take its place. */
  public static Path writeByIam(RealMySql server, String url, String user, String authority) {
    Map<String, String> files = Map.of("auth", "iam", "username", user, "ca.pem", authority);
    return write(server, url, files);
  }

  private static Path write(RealMySql server, String url, Map<String, String> more) {
    try {
      Path root = Files.createTempDirectory(server.directory(), "bindings-");
      Path binding = Files.createDirectory(root.resolve("database"));
      Files.writeString(binding.resolve("type"), "mysql");
      Files.writeString(binding.resolve("provider"), "messageboard-operator");
      Files.writeString(binding.resolve("jdbc-url"), url);
      if (!more.containsKey("auth")) {
        Files.writeString(binding.resolve("username"), RealMySql.USER);
        Files.writeString(binding.resolve("password"), RealMySql.PASSWORD);
      }
      for (Map.Entry<String, String> file : more.entrySet()) {
        Files.writeString(binding.resolve(file.getKey()), file.getValue());
      }
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
