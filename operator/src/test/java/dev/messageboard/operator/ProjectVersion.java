package dev.messageboard.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The version of the project, which the parent pom names and the images are tagged with. */
public final class ProjectVersion {

  public static final String CURRENT = in("pom.xml", "<version>(.*)</version>");

  private ProjectVersion() {}

  /** What the pattern's group finds first in a file of the project. */
  public static String in(String file, String pattern) {
    try {
      var match = Pattern.compile(pattern).matcher(Files.readString(Path.of("..").resolve(file)));
      assertThat(match.find()).as("%s in %s", pattern, file).isTrue();
      return match.group(1).replace("\"", "").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
