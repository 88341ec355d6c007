package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.platform.Settings;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README.md tells every setting of the operator, with its default, and no other. */
class SettingsTableTest {

  @Test
  void theTableInTheReadmeIsWhole() throws IOException {
    var settings = settings("MESSAGEBOARD", Settings.class).toList();
    var rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("| `MESSAGEBOARD_"))
            .filter(line -> !line.contains("=$(") && line.split("\\|").length == 4)
            .map(line -> List.of(line.split(" *\\| *")))
            .toList();
    assertThat(rows)
        .extracting(row -> row.get(1))
        .containsExactlyInAnyOrderElementsOf(settings.stream().map(Setting::name).toList());
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.get(2)).isIn(values(settings, row.get(1)), "the private ranges"));
  }

  private static String values(List<Setting> settings, String name) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .map(Setting::value)
        .findFirst()
        .orElse("?");
  }

  private static Stream<Setting> settings(String prefix, Class<?> group) {
    return Arrays.stream(group.getMethods()).flatMap(method -> settings(prefix, method));
  }

  private static Stream<Setting> settings(String prefix, Method method) {
    var words = method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    var name = prefix + "_" + words;
    var value = Optional.ofNullable(method.getAnnotation(WithDefault.class));
    return method.getReturnType().getEnclosingClass() == Settings.class
        ? settings(name, method.getReturnType())
        : Stream.of(
            new Setting("`" + name + "`", value.map(v -> "`" + v.value() + "`").orElse("")));
  }

  private record Setting(String name, String value) {}
}
