package dev.messageboard.api.markup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Renders a small subset: emphasis, code, quotes, lists, links. HTML in the text stays text. */
@ApplicationScoped
public class Markdown {

  private static final List<org.commonmark.Extension> EXTENSIONS =
      List.of(AutolinkExtension.create(), StrikethroughExtension.create());

  /** Nothing else becomes a block: no headings, rules or raw HTML. */
  private static final java.util.Set<Class<? extends Block>> BLOCKS =
      java.util.Set.of(
          BlockQuote.class, FencedCodeBlock.class, IndentedCodeBlock.class, ListBlock.class);

  private static final PolicyFactory ALLOWED =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "em", "strong", "del", "code", "pre", "blockquote")
          .allowElements("ul", "ol", "li", "a")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("http", "https", "mailto")
          .requireRelsOnLinks("nofollow", "ugc", "noopener")
          .toFactory();

  private final Parser parser =
      Parser.builder().extensions(EXTENSIONS).enabledBlockTypes(BLOCKS).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br />")
          .build();
  private final Cache<String, String> rendered =
      Caffeine.newBuilder().maximumWeight(4_000_000).weigher(Markdown::weight).build();

  public String html(String text) {
    return rendered.get(text, this::render);
  }

  private String render(String text) {
    return ALLOWED.sanitize(renderer.render(parser.parse(text)));
  }

  private static int weight(String text, String html) {
    return text.length() + html.length();
  }
}
