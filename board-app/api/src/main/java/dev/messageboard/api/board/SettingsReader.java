package dev.messageboard.api.board;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parses texts into values and collects what is wrong, so that one start tells all of it. */
final class SettingsReader {

  private final List<String> wrong = new ArrayList<>();

  <E extends Enum<E>> E oneOf(String key, String text, E[] allowed) {
    String names =
        Arrays.stream(allowed).map(SettingsReader::name).collect(Collectors.joining(", "));
    return parse(
        key,
        text,
        "one of " + names,
        allowed[0],
        value ->
            Arrays.stream(allowed).filter(e -> name(e).equals(value)).findFirst().orElseThrow());
  }

  int number(String key, String text, int least, int most) {
    String range = "a whole number from " + least + " to " + most;
    return parse(key, text, range, least, value -> between(Integer.parseInt(value), least, most));
  }

  boolean flag(String key, String text) {
    return parse(
        key,
        text,
        "true or false",
        false,
        value -> between(List.of("false", "true").indexOf(value), 0, 1) == 1);
  }

  Duration duration(String key, String text) {
    return parse(
        key,
        text,
        "a time such as 90s, 15m or 1h; 0s turns it off",
        Duration.ZERO,
        value -> notNegative(new DurationConverter().convert(value)));
  }

  Duration interval(String key, String text) {
    return parse(
        key,
        text,
        "a time of at least 1s, such as 30s or 1m",
        Duration.ofMinutes(1),
        value -> atLeastASecond(new DurationConverter().convert(value)));
  }

  Optional<String> url(String key, Optional<String> text) {
    return text.map(
        given ->
            parse(
                key, given, "a URL such as https://board.example.org", "", SettingsReader::webUrl));
  }

  List<Network> networks(String key, String text) {
    return parse(
        key,
        text,
        "networks such as 10.0.0.0/8,fc00::/7",
        List.of(),
        value -> Arrays.stream(value.split(",")).map(String::strip).map(Network::of).toList());
  }

  /** Quarkus ends the start with this message and without a stack trace. */
  void refuseWhatIsWrong() {
    if (!wrong.isEmpty()) {
      throw new ConfigurationException(String.join("\n", wrong));
    }
  }

  private <T> T parse(
      String key, String text, String allowed, T instead, Function<String, T> parser) {
    try {
      return parser.apply(text.strip());
    } catch (RuntimeException notParsed) {
      wrong.add("messageboard." + key + " is '" + text + "' but must be " + allowed + ".");
      return instead;
    }
  }

  private static String webUrl(String text) {
    URI url = URI.create(text);
    if (!List.of("http", "https").contains(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException(text);
    }
    return text.replaceAll("/+$", "");
  }

  private static int between(int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  private static Duration notNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException();
    }
    return duration;
  }

  private static Duration atLeastASecond(Duration duration) {
    if (duration.toSeconds() < 1) {
      throw new IllegalArgumentException();
    }
    return duration;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
