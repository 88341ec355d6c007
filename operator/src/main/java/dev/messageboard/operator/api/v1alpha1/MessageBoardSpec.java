package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;

@ValidationRule(
    value = "!(has(self.ingress) && has(self.gateway))",
    message = "set ingress or gateway, not both")
@ValidationRule(
    value =
        "!has(self.ingress) || !has(self.ingress.aws) || !has(self.ingress.aws.targetType)"
            + " || self.ingress.aws.targetType != 'instance' || (has(self.frontend)"
            + " && has(self.frontend.service) && has(self.frontend.service.type)"
            + " && self.frontend.service.type != 'ClusterIP')",
    message =
        "ingress.aws.targetType: instance needs frontend.service.type NodePort or LoadBalancer:"
            + " only those have a port on the nodes")
public record MessageBoardSpec(
    @Required
        @Pattern("^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$")
        @JsonPropertyDescription(
            "Tag of the images of both tiers, unless a tier names its own image.")
        String version,
    @Pattern("^https?://[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]{1,5})?/?$")
        @Size(max = 300)
        @JsonPropertyDescription(
            "Where people reach the board, such as https://board.example.org; for links in feeds.")
        String publicUrl,
    @Default("{}") @JsonPropertyDescription("What the people who read the board see.")
        BoardSpec board,
    @Default("{}") @JsonPropertyDescription("The tier that serves the page and passes /api on.")
        FrontendSpec frontend,
    @Default("{}") @JsonPropertyDescription("The tier that keeps the messages.") ApiSpec api,
    @Required
        @JsonPropertyDescription(
            "Where the messages live: exactly one of external, provisioned and embedded, chosen"
                + " once.")
        DatabaseSpec database,
    @Default("{}") @JsonPropertyDescription("How the schema follows the version of the board.")
        MigrationSpec migration,
    @JsonPropertyDescription("Makes the board reachable through an Ingress controller.")
        IngressSpec ingress,
    @JsonPropertyDescription("Makes the board reachable through the Gateway API, by an HTTPRoute.")
        GatewaySpec gateway,
    @Default("{}") @JsonPropertyDescription("Who may talk to the board's pods, and they to whom.")
        NetworkPolicySpec networkPolicy,
    @Default("{}") @JsonPropertyDescription("Objects of the Prometheus operator.")
        MonitoringSpec monitoring,
    @Default("Heal")
        @JsonPropertyDescription(
            "What happens to a part that somebody else changed: Heal puts it back, Report only"
                + " tells.")
        DriftPolicy driftPolicy,
    @Default("false")
        @JsonPropertyDescription(
            "Whether the operator leaves everything as it is and only reports what it sees.")
        Boolean paused,
    @Default("false")
        @JsonPropertyDescription(
            "Whether the board refuses to be deleted, where the shipped admission policy is"
                + " installed.")
        Boolean deletionProtection,
    @Size(max = 256)
        @JsonPropertyDescription(
            "A changed text restarts the pods of both tiers, one after the other.")
        String restartTrigger) {

  public MessageBoardSpec {
    board = board == null ? BoardSpec.ofDefaults() : board;
    frontend = frontend == null ? FrontendSpec.ofDefaults() : frontend;
    api = api == null ? ApiSpec.ofDefaults() : api;
    database = database == null ? DatabaseSpec.unchosen() : database;
    migration = migration == null ? MigrationSpec.ofDefaults() : migration;
    networkPolicy = networkPolicy == null ? NetworkPolicySpec.ofDefaults() : networkPolicy;
    monitoring = monitoring == null ? new MonitoringSpec(null, null) : monitoring;
    driftPolicy = Objects.requireNonNullElse(driftPolicy, DriftPolicy.Heal);
    paused = Objects.requireNonNullElse(paused, false);
    deletionProtection = Objects.requireNonNullElse(deletionProtection, false);
  }
}
