package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import java.util.Objects;

public record DatabaseTlsSpec(
    @Default(DatabaseTlsSpec.DEFAULT_MODE)
        @JsonPropertyDescription(
            "Required encrypts, VerifyCA also checks who signed the server's certificate,"
                + " VerifyIdentity also its host name; Preferred and Disabled accept a connection"
                + " in clear text.")
        TlsMode mode,
    @JsonPropertyDescription(
            "The certificate authorities to trust, such as the bundle of RDS; a change of it is"
                + " tried before pods get it. A provisioned database needs none where its server's"
                + " Secret has the key ca.pem.")
        CaRef caRef) {

  static final String DEFAULTS = "mode: Required";
  static final String DEFAULT_MODE = "Required";

  public DatabaseTlsSpec {
    mode = Objects.requireNonNullElse(mode, TlsMode.Required);
  }
}
