package dev.messageboard.operator.desired;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.List;

/** The list of metrics is atomic: each has to read as the API server would write it. */
final class Metrics {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> QUANTITIES = List.of("value", "averageValue");

  private Metrics() {}

  static MetricSpec canonical(MetricSpec metric) {
    ObjectNode tree = JSON.valueToTree(metric);
    for (var source : tree) {
      if (source.path("target") instanceof ObjectNode target) {
        QUANTITIES.stream().filter(target::hasNonNull).forEach(name -> rewrite(target, name));
      }
    }
    try {
      return JSON.treeToValue(tree, MetricSpec.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was a metric is one", e);
    }
  }

  private static void rewrite(ObjectNode target, String name) {
    target.put(name, CanonicalQuantity.of(new Quantity(target.get(name).asText())));
  }
}
