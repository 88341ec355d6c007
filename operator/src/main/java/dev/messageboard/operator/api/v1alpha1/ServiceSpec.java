package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import java.util.Objects;

@ValidationRule(
    value = "!has(self.nodePort) || (has(self.type) && self.type != 'ClusterIP')",
    message = "service.nodePort needs service.type NodePort or LoadBalancer")
@ValidationRule(
    value =
        "!has(self.annotations) || self.annotations.all(key,"
            + " key.startsWith('service.beta.kubernetes.io/')"
            + " || key.startsWith('external-dns.alpha.kubernetes.io/'))",
    message =
        "service.annotations takes only keys that begin with service.beta.kubernetes.io/ or"
            + " external-dns.alpha.kubernetes.io/")
public record ServiceSpec(
    @Default("ClusterIP")
        @JsonPropertyDescription(
            "From where the tier is reached: ClusterIP is inside the cluster only, NodePort a port of"
                + " every node, LoadBalancer an address of the cloud.")
        ServiceType type,
    @Default("80") @Min(1) @Max(65535) @JsonPropertyDescription("Port of the Service.")
        Integer port,
    @Min(1)
        @Max(65535)
        @JsonPropertyDescription("Port of the nodes; without it the cluster chooses one.")
        Integer nodePort,
    @Size(max = 32)
        @JsonPropertyDescription(
            "Annotations of the Service, for a cloud's load balancer and for external-dns.")
        Map<String, @Pattern(ServiceSpec.PRINTABLE) @Size(max = 1024) String> annotations) {

  static final String PRINTABLE = "^[\\x20-\\x7E]*$";

  public ServiceSpec {
    type = Objects.requireNonNullElse(type, ServiceType.ClusterIP);
    port = Objects.requireNonNullElse(port, 80);
    annotations = Objects.requireNonNullElse(annotations, Map.of());
  }
}
