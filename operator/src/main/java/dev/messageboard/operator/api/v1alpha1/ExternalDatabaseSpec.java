package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Host, port and name have no default here: a value in the Secret comes before ours. */
public record ExternalDatabaseSpec(
    @Pattern(ExternalDatabaseSpec.HOST)
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("Host name or IPv4 address; without it the Secret's key host.")
        String host,
    @Min(1)
        @Max(65535)
        @JsonPropertyDescription("Port; without it the Secret's key port, else 3306.")
        Integer port,
    @Pattern(ExternalDatabaseSpec.NAME)
        @Size(min = 1, max = 64)
        @JsonPropertyDescription(
            "Name of the database; without it the Secret's key dbname or database, else"
                + " messageboard.")
        String name,
    @Required
        @JsonPropertyDescription(
            "The Secret of the board's namespace with the keys username and password (username"
                + " alone with auth IAM), and if you like host, port, and dbname or database.")
        SecretRef secretRef,
    @JsonPropertyDescription(
            "A Secret with the username and password that change the schema: the board's own then"
                + " need no more than SELECT, INSERT, UPDATE and DELETE.")
        SecretRef migrationSecretRef) {

  public ExternalDatabaseSpec(String host, Integer port, String name, SecretRef secretRef) {
    this(host, port, name, secretRef, null);
  }

  public static final String HOST = "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$";
  public static final String NAME = "^[A-Za-z0-9_$-]+$";
}
