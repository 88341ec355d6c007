package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.TreeMap;

/** The binding as a directory: each pod gets the login that it is meant to use, and no other. */
final class DatabaseVolume {

  private DatabaseVolume() {}

  static Volume forApi(MessageBoard board, Binding binding) {
    return of(board, files(binding));
  }

  static Volume forMigration(MessageBoard board, Binding binding) {
    var files = files(binding);
    if (binding.migration().isPresent()) {
      files.put("username", DesiredDatabaseSecret.MIGRATION_USERNAME);
      files.computeIfPresent("password", (file, key) -> DesiredDatabaseSecret.MIGRATION_PASSWORD);
    }
    return of(board, files);
  }

  private static TreeMap<String, String> files(Binding binding) {
    var files = new TreeMap<String, String>();
    DesiredDatabaseSecret.data(binding).keySet().forEach(key -> files.put(key, key));
    files.remove(Fingerprint.KEY);
    return files;
  }

  private static Volume of(MessageBoard board, TreeMap<String, String> files) {
    List<KeyToPath> items =
        files.entrySet().stream()
            .map(file -> new KeyToPath(file.getValue(), null, file.getKey()))
            .toList();
    return Volumes.secret(Names.DATABASE, Names.of(board, Component.DATABASE), items);
  }
}
