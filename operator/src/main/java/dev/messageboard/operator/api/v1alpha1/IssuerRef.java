package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Objects;

public record IssuerRef(
    @Default("Issuer")
        @JsonPropertyDescription(
            "Issuer is one of the board's namespace, ClusterIssuer one of the whole cluster.")
        IssuerKind kind,
    @Required
        @Pattern(SecretRef.NAME)
        @Size(max = 253)
        @JsonPropertyDescription("Name of the issuer.")
        String name) {

  public IssuerRef {
    kind = Objects.requireNonNullElse(kind, IssuerKind.Issuer);
  }
}
