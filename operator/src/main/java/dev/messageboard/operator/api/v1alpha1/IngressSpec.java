package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@ValidationRule(
    value = "has(self.host) || !has(self.tls)",
    message = "ingress.tls needs ingress.host: a certificate is made out to a name")
@ValidationRule(
    value = "has(self.host) || !has(self.additionalHosts) || size(self.additionalHosts) == 0",
    message = "ingress.additionalHosts needs ingress.host: set the first name there")
@ValidationRule(
    value = "!has(self.aws) || (has(self.profile) && self.profile == 'AWSLoadBalancer')",
    message = "ingress.aws needs ingress.profile: AWSLoadBalancer")
@ValidationRule(
    value = "!has(self.tls) || !has(self.profile) || self.profile != 'AWSLoadBalancer'",
    message =
        "ingress.tls has no meaning for an AWS load balancer, which takes no Secret: set"
            + " ingress.aws.certificateArn instead")
@ValidationRule(
    value = IngressAnnotations.ALLOWED_KEYS,
    message = IngressAnnotations.ALLOWED_KEYS_MESSAGE)
@ValidationRule(
    value = IngressAnnotations.PLAIN_VALUES,
    message = IngressAnnotations.PLAIN_VALUES_MESSAGE)
public record IngressSpec(
    @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription(
            "IngressClass; without it the cluster's default, with profile AWSLoadBalancer alb.")
        String className,
    @Pattern(Host.PATTERN)
        @Size(max = 253)
        @JsonPropertyDescription(
            "Name under which the board is reached; without it the board answers for every name that"
                + " no other Ingress claims.")
        String host,
    @Size(max = 16) @JsonPropertyDescription("More names; the first label may be *.")
        List<@Pattern(Host.PATTERN_OR_WILDCARD) @Size(max = 253) String> additionalHosts,
    @JsonPropertyDescription("Encryption at the Ingress, for all its names.") IngressTlsSpec tls,
    @Default("Generic")
        @JsonPropertyDescription(
            "Generic works with every controller; AWSLoadBalancer writes the annotations that the AWS"
                + " Load Balancer Controller reads.")
        IngressProfile profile,
    @JsonPropertyDescription("Settings of the AWS load balancer.") AwsSpec aws,
    @Size(max = 32)
        @JsonPropertyDescription(
            "Annotations of the Ingress; they win over those that the operator derives from other"
                + " fields.")
        Map<String, @Pattern(ServiceSpec.PRINTABLE) @Size(max = 1024) String> annotations) {

  public IngressSpec {
    additionalHosts = Objects.requireNonNullElse(additionalHosts, List.of());
    profile = Objects.requireNonNullElse(profile, IngressProfile.Generic);
    aws = aws == null ? new AwsSpec(null, null, null, null) : aws;
    annotations = Objects.requireNonNullElse(annotations, Map.of());
  }
}
