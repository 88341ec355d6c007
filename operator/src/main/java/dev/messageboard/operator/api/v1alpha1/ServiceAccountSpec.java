package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import java.util.Objects;

@ValidationRule(
    value =
        "!has(self.annotations) || self.annotations.all(key, !key.startsWith('messageboard.dev/'))",
    message =
        "serviceAccount.annotations: keys of messageboard.dev/ are the operator's, use others")
public record ServiceAccountSpec(
    @Size(max = 32)
        @JsonPropertyDescription(
            "Annotations of the tier's account, such as eks.amazonaws.com/role-arn for an IAM role.")
        Map<String, @Pattern(ServiceSpec.PRINTABLE) @Size(max = 1024) String> annotations) {

  public ServiceAccountSpec {
    annotations = Objects.requireNonNullElse(annotations, Map.of());
  }
}
