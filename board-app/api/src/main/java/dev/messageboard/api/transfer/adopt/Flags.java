package dev.messageboard.api.transfer.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The arguments after {@code adopt}: each stands for the setting of its name. There is none for a
 * password, which everybody could read in the list of processes.
 *
 * @param settings by the name of the flag
 * @param wrong what cannot be understood
 */
record Flags(Map<String, String> settings, List<String> wrong) {

  static final List<String> WITH_VALUE =
      List.of(
          "table",
          "where",
          "id",
          "author",
          "body",
          "created",
          "parent",
          "author-if-missing",
          "created-if-missing",
          "time-zone",
          "source",
          "url",
          "username",
          "password-file");

  static final List<String> SWITCHES = List.of("apply", "allow-refused");

  static Flags of(String... arguments) {
    Flags flags = new Flags(new TreeMap<>(), new ArrayList<>());
    for (String argument : arguments) {
      if (!argument.equals(AdoptCommand.NAME)) {
        flags.take(argument);
      }
    }
    return flags;
  }

  private void take(String argument) {
    String[] parts = argument.split("=", 2);
    String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
    if (parts.length == 2 && WITH_VALUE.contains(name)) {
      settings.put(name, parts[1]);
    } else if (parts.length == 1 && SWITCHES.contains(name)) {
      settings.put(name, "true");
    } else {
      wrong.add(argument);
    }
  }
}
