package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Map;
import java.util.TreeMap;

/** Every label of a child. */
public final class Labels {

  public static final String INSTANCE = "app.kubernetes.io/instance";
  public static final String COMPONENT = "app.kubernetes.io/component";
  public static final String VERSION = "app.kubernetes.io/version";
  public static final String MANAGED = "app.kubernetes.io/managed-by=" + Names.FIELD_MANAGER;

  /** Put on a Secret by its owner: a change of it is seen at once. */
  public static final String WATCH = "messageboard.dev/watch";

  /** On a Secret of the operator's namespace that offers a database server, with its name. */
  public static final String DATABASE_SERVER = "messageboard.dev/database-server";

  /** An annotation of such a Secret: whose boards may use it, separated by commas; * is all. */
  public static final String ALLOWED_NAMESPACES = "messageboard.dev/allowed-namespaces";

  private Labels() {}

  /** Immutable ones only: a selector cannot be changed. */
  public static Map<String, String> selector(MessageBoard board, Component component) {
    return new TreeMap<>(
        Map.of(
            "app.kubernetes.io/name",
            "messageboard",
            INSTANCE,
            board.getMetadata().getName(),
            COMPONENT,
            component.toString()));
  }

  /** For what lives across versions of the board. */
  static Map<String, String> lasting(MessageBoard board, Component component) {
    var labels = selector(board, component);
    labels.put("app.kubernetes.io/part-of", "messageboard");
    labels.put("app.kubernetes.io/managed-by", Names.FIELD_MANAGER);
    return labels;
  }

  static Map<String, String> of(MessageBoard board, Component component) {
    var labels = lasting(board, component);
    labels.put(VERSION, board.getSpec().version());
    return labels;
  }
}
