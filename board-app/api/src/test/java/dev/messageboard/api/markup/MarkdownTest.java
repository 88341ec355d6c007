package dev.messageboard.api.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.text.NaughtyStrings;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers get to see of a text on a board with markup. */
class MarkdownTest {

  private static final Pattern ANYTHING_ELSE =
      Pattern.compile(
          "<(?!/?(?:p|em|strong|del|code|pre|blockquote|ul|ol|li)>|br />"
              + "|a href=\"(?:https?://|mailto:)[^\"]*\" rel=\"nofollow ugc noopener\">|/a>)");

  private final Markdown markdown = new Markdown();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "**bold** and _so_    | <p><strong>bold</strong> and <em>so</em></p>",
        "~~no~~ `x < y`       | <p><del>no</del> <code>x &lt; y</code></p>",
        "> quoted             | <blockquote><p>quoted</p></blockquote>",
        "- item               | <ul><li>item</li></ul>",
      })
  void aSmallSubsetIsRendered(String text, String html) {
    assertThat(markdown.html(text).replace("\n", "")).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example", "[a](https://a.example)", "<https://a.example>"})
  void aLinkTellsCrawlersThatItIsNotOurs(String text) {
    assertThat(markdown.html(text))
        .contains("<a href=\"https://a.example\" rel=\"nofollow ugc noopener\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a](&#106;avascript:alert(1))",
        "<javascript:alert(1)>"
      })
  void aLinkLeadsToTheWebOrAMailbox(String text) {
    assertThat(markdown.html(text)).doesNotContainPattern("href=\"[^\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "<b onclick=x>y</b>", "# Title", "---"})
  void whatElseMayBeMeantStaysText(String text) {
    assertThat(markdown.html(text)).startsWith("<p>").doesNotContain("<s", "<b", "<h");
  }

  @Test
  void picturesAreLeftOut() {
    assertThat(markdown.html("![i](https://a.example/i.png)")).doesNotContain("<img");
  }

  @Test
  void noTextMakesAnotherElementOrAttribute() {
    assertThat(NaughtyStrings.all())
        .allSatisfy(text -> assertThat(markdown.html(text)).doesNotContainPattern(ANYTHING_ELSE));
  }
}
