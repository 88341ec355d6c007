package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.Objects;

public record AwsSpec(
    @Default("internet-facing")
        @JsonPropertyDescription("From where the load balancer is reached: everywhere, or the VPC.")
        LoadBalancerScheme scheme,
    @Pattern("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$")
        @Size(max = 256)
        @JsonPropertyDescription(
            "Certificate of ACM; with it the board is served on 443 and 80 redirects there.")
        String certificateArn,
    @Default("ip")
        @JsonPropertyDescription(
            "What requests are sent to: the pods (ip), or a port of the nodes (instance).")
        TargetType targetType,
    @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$")
        @Size(max = 63)
        @JsonPropertyDescription(
            "Shares one load balancer with all Ingresses of that group; without it the board gets its own.")
        String groupName) {

  public AwsSpec {
    scheme = Objects.requireNonNullElse(scheme, LoadBalancerScheme.INTERNET_FACING);
    targetType = Objects.requireNonNullElse(targetType, TargetType.ip);
  }
}
