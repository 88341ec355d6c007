package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the spec says to the API, in the form that the API reads at its start. */
final class ApiProperties {

  private ApiProperties() {}

  static String of(MessageBoard board, List<String> trustedProxies, int pool) {
    return values(board, trustedProxies, pool).entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(e -> "messageboard." + e.getKey() + "=" + PropertyValue.encoded(e.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, String> values(
      MessageBoard board, List<String> trustedProxies, int pool) {
    var spec = board.getSpec().board();
    var values = new TreeMap<String, String>();
    values.put("title", spec.title());
    values.put("description", spec.description());
    values.put("public-url", PublicUrl.of(board).orElse(""));
    values.put("markup", spec.markup().name());
    values.put("posting", spec.posting().name());
    values.put("delete-policy", spec.deletePolicy().name());
    values.put("edit-window", spec.editWindow());
    values.put("max-message-length", spec.maxMessageLength().toString());
    values.put("retention-days", spec.retentionDays().toString());
    values.put("posts-per-minute", spec.postsPerMinute().toString());
    values.put("posts-per-hour", spec.postsPerHour().toString());
    values.put("show-served-by", spec.showServedBy().toString());
    values.put("trusted-proxies", String.join(",", trustedProxies));
    values.put("keys-directory", ApiContainer.KEYS);
    values.put("pool-size", Integer.toString(pool));
    values.put("acquire-timeout", board.getSpec().database().pool().acquireTimeout());
    return values;
  }
}
