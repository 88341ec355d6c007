package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ValidationRule(
    value = "has(self.secretName) != has(self.certManagerIssuer)",
    message = "set exactly one of ingress.tls.secretName and ingress.tls.certManagerIssuer")
public record IngressTlsSpec(
    @Pattern(SecretRef.NAME)
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("The Secret of the board's namespace with certificate and key.")
        String secretName,
    @JsonPropertyDescription("Lets cert-manager make the certificate, in the Secret <board>-tls.")
        IssuerRef certManagerIssuer) {}
