package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.TreeMap;

public record ResourcesSpec(
    @Size(max = 16)
        @JsonPropertyDescription(
            "What the scheduler sets aside for a container, for example cpu: 100m.")
        Map<String, Quantity> requests,
    @Size(max = 16)
        @JsonPropertyDescription("What a container may use at most, for example memory: 256Mi.")
        Map<String, Quantity> limits) {

  public ResourcesSpec {
    requests = requests == null ? Map.of() : requests;
    limits = limits == null ? Map.of() : limits;
  }

  static ResourcesSpec of(String cpu, String memory, String memoryLimit) {
    var requests = new TreeMap<>(Map.of("cpu", new Quantity(cpu), "memory", new Quantity(memory)));
    return new ResourcesSpec(requests, Map.of("memory", new Quantity(memoryLimit)));
  }
}
