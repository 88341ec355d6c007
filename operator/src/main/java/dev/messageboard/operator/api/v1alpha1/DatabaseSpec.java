package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;

@ValidationRule(
    value =
        "[has(self.external), has(self.provisioned), has(self.embedded)].exists_one(kind, kind)",
    message = "set exactly one of database.external, database.provisioned and database.embedded")
@ValidationRule(
    value =
        "has(self.external) == has(oldSelf.external) && has(self.provisioned) =="
            + " has(oldSelf.provisioned)",
    message =
        "the kind of database of a living board cannot be switched, its messages would be left"
            + " behind: create another board")
@ValidationRule(
    value =
        "has(self.provisioned) || !has(self.tls) || !(self.tls.mode in ['VerifyCA',"
            + " 'VerifyIdentity']) || has(self.tls.caRef)",
    message = "database.tls.mode VerifyCA and VerifyIdentity need database.tls.caRef")
@ValidationRule(
    value =
        "!has(self.embedded) || !has(self.tls) || !(self.tls.mode in ['VerifyCA',"
            + " 'VerifyIdentity'])",
    message =
        "the embedded MySQL makes its own certificate, which nobody signed: use database.tls.mode"
            + " Required")
@ValidationRule(
    value = "!has(self.auth) || self.auth != 'IAM' || has(self.external)",
    message =
        "database.auth IAM is for a database of RDS: name it in database.external, or use"
            + " database.auth Password")
@ValidationRule(
    value =
        "!has(self.auth) || self.auth != 'IAM' || !has(self.tls) || !(self.tls.mode in"
            + " ['Disabled', 'Preferred'])",
    message =
        "database.auth IAM sends its token as it is, so only over TLS: use database.tls.mode"
            + " Required, VerifyCA or VerifyIdentity")
public record DatabaseSpec(
    @JsonPropertyDescription("A MySQL that somebody else runs, such as RDS.")
        ExternalDatabaseSpec external,
    @JsonPropertyDescription(
            "A database and its users, made by the operator on a MySQL server that the platform"
                + " team offers.")
        ProvisionedDatabaseSpec provisioned,
    @JsonPropertyDescription(
            "One MySQL pod with a volume, made by the operator: for development, never for"
                + " production.")
        EmbeddedDatabaseSpec embedded,
    @Default(DatabaseTlsSpec.DEFAULTS)
        @JsonPropertyDescription("How the connections to the database are protected.")
        DatabaseTlsSpec tls,
    @Default(DatabaseSpec.DEFAULT_AUTH)
        @JsonPropertyDescription(
            "Password: the Secret has one. IAM: the pods log in to RDS with tokens of their AWS"
                + " identity (Pod Identity or IRSA); the operator does not log in.")
        DatabaseAuth auth,
    @Default(CheckSpec.DEFAULTS)
        @JsonPropertyDescription("The operator's standing look at the database.")
        CheckSpec check,
    @Default(PoolSpec.DEFAULTS) @JsonPropertyDescription("The connections that each API pod keeps.")
        PoolSpec pool,
    @Default("0")
        @Min(0)
        @Max(100000)
        @JsonPropertyDescription(
            "How many connections this board may have of the server's; 0: as many as the server"
                + " says.")
        Integer maxConnections) {

  static final String DEFAULT_AUTH = "Password";

  public DatabaseSpec {
    auth = Objects.requireNonNullElse(auth, DatabaseAuth.Password);
    tls = tls == null ? new DatabaseTlsSpec(null, null) : tls;
    check = check == null ? new CheckSpec(null, null, null) : check;
    pool = pool == null ? new PoolSpec(null, null) : pool;
    maxConnections = Objects.requireNonNullElse(maxConnections, 0);
  }

  static DatabaseSpec unchosen() {
    return new DatabaseSpec(null, null, null, null, null, null, null, null);
  }

  /** Whether the operator itself logs in. */
  public boolean checkedByOperator() {
    return check.mode() == CheckMode.Operator && !byIam();
  }

  /** Whether tokens of IAM take the place of the password. */
  public boolean byIam() {
    return auth == DatabaseAuth.IAM;
  }
}
