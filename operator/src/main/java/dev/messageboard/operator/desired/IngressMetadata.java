package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.IngressProfile;
import dev.messageboard.operator.api.v1alpha1.IngressSpec;
import dev.messageboard.operator.api.v1alpha1.IssuerKind;
import java.util.Map;
import java.util.TreeMap;

/** The annotations by which controllers are told what an Ingress has no fields for. */
final class IngressMetadata {

  private static final String ALB = "alb.ingress.kubernetes.io/";

  private IngressMetadata() {}

  /** What the board's author writes wins. */
  static Map<String, String> annotations(IngressSpec spec) {
    var annotations = new TreeMap<String, String>();
    if (spec.profile() == IngressProfile.AWSLoadBalancer) {
      annotations.putAll(loadBalancer(spec));
    }
    if (spec.tls() != null && spec.tls().certManagerIssuer() != null) {
      var issuer = spec.tls().certManagerIssuer();
      var isOfCluster = issuer.kind() == IssuerKind.ClusterIssuer;
      annotations.put(
          "cert-manager.io/" + (isOfCluster ? "cluster-issuer" : "issuer"), issuer.name());
    }
    annotations.putAll(spec.annotations());
    return annotations;
  }

  private static Map<String, String> loadBalancer(IngressSpec spec) {
    var aws = spec.aws();
    var annotations = new TreeMap<String, String>();
    annotations.put(ALB + "scheme", aws.scheme().toString());
    annotations.put(ALB + "target-type", aws.targetType().name());
    annotations.put(ALB + "healthcheck-path", "/healthz");
    if (aws.groupName() != null) {
      annotations.put(ALB + "group.name", aws.groupName());
    }
    if (aws.certificateArn() != null) {
      annotations.put(ALB + "certificate-arn", aws.certificateArn());
      annotations.put(ALB + "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]");
      annotations.put(ALB + "ssl-redirect", "443");
    }
    return annotations;
  }
}
