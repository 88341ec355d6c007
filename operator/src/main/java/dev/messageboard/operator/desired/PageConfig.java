package dev.messageboard.operator.desired;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;

/** What the spec says to the page: {@code /config.json}. */
final class PageConfig {

  private PageConfig() {}

  static String of(MessageBoard board) {
    var spec = board.getSpec().board();
    var page =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", spec.title())
            .put("description", spec.description())
            .put("accent", spec.theme().accent())
            .put("markup", spec.markup().name())
            .put("posting", spec.posting().name())
            .put("deletePolicy", spec.deletePolicy().name())
            .put("editWindowSeconds", seconds(spec.editWindow()))
            .put("maxMessageLength", spec.maxMessageLength())
            .put("showServedBy", spec.showServedBy())
            .put("moderation", spec.adminSecretRef() != null);
    PublicUrl.of(board).ifPresent(url -> page.put("publicUrl", url));
    return page.toString();
  }

  /** Such as 90s, 15m or 2h. */
  private static int seconds(String duration) {
    int amount = Integer.parseInt(duration.substring(0, duration.length() - 1));
    return switch (duration.charAt(duration.length() - 1)) {
      case 'h' -> amount * 3600;
      case 'm' -> amount * 60;
      default -> amount;
    };
  }
}
