package dev.messageboard.api.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service binding holds beside the keys that Quarkus reads. */
final class BindingFile {

  private BindingFile() {}

  static Optional<Path> named(String name, ConfigSourceContext context) {
    return root(context).flatMap(root -> named(name, root));
  }

  private static Optional<Path> root(ConfigSourceContext context) {
    return Stream.of("quarkus.kubernetes-service-binding.root", "SERVICE_BINDING_ROOT")
        .map(context::getValue)
        .filter(value -> value != null)
        .map(ConfigValue::getValue)
        .filter(value -> value != null && !value.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> named(String name, Path root) {
    try (Stream<Path> bindings = Files.list(root)) {
      return bindings
          .map(binding -> binding.resolve(name))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
