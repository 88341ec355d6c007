package dev.messageboard.operator.apiserver;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What the CRD does not take, a row each: what breaks a rule, and what the API server says. */
final class CrdRefusals {

  private static final String SPECS =
      """
      {database: {embedded: {}}}                                          | spec.version
      {version: "1"}                                                      | spec.database
      {version: "1", database: {}}                                        | set exactly one of database.external, database.provisioned and database.embedded
      {version: "1", database: {embedded: {}, external: {secretRef: {name: a}}}} | set exactly one of database.external, database.provisioned
      {version: "1", database: {embedded: {}, provisioned: {server: a}}}  | set exactly one of database.external, database.provisioned
      {version: "1", database: {provisioned: {}}}                         | spec.database.provisioned.server
      {version: "1", database: {provisioned: {server: A_b}}}              | spec.database.provisioned.server
      {version: "1", database: {provisioned: {server: a, name: "a`b"}}}   | spec.database.provisioned.name
      {version: "1", database: {provisioned: {server: a, reclaimPolicy: Shred}}} | Unsupported value: "Shred": supported values: "Delete", "Retain"
      {version: "-1", database: {embedded: {}}}                           | spec.version
      {version: "1", database: {external: {}}}                            | spec.database.external.secretRef
      {version: "1", database: {external: {secretRef: {name: A_b}}}}      | spec.database.external.secretRef.name
      {version: "1", database: {external: {host: "a?b", secretRef: {name: a}}}} | spec.database.external.host
      {version: "1", database: {external: {port: 70000, secretRef: {name: a}}}} | spec.database.external.port
      {version: "1", database: {external: {name: "a/b", secretRef: {name: a}}}} | spec.database.external.name
      {version: "1", database: {embedded: {}, check: {interval: 500ms, timeout: 100ms}}} | database.check.interval must lie between 1s and 1h
      {version: "1", database: {embedded: {}, check: {interval: 2s}}}     | database.check.timeout must not be longer than database.check.interval
      {version: "1", database: {embedded: {}, tls: {mode: VerifyCA, caRef: {secret: a, key: k}}}} | the embedded MySQL makes its own certificate
      {version: "1", database: {external: {secretRef: {name: a}}, tls: {mode: VerifyIdentity}}} | need database.tls.caRef
      {version: "1", database: {external: {secretRef: {name: a}}, tls: {caRef: {secret: a, configMap: b, key: k}}}} | set exactly one of caRef.configMap and caRef.secret
      {version: "1", database: {auth: Kerberos, external: {secretRef: {name: a}}}} | Unsupported value: "Kerberos": supported values: "IAM", "Password"
      {version: "1", database: {auth: IAM, embedded: {}}}                 | database.auth IAM is for a database of RDS
      {version: "1", database: {auth: IAM, provisioned: {server: a}}}     | database.auth IAM is for a database of RDS
      {version: "1", database: {auth: IAM, external: {secretRef: {name: a}}, tls: {mode: Preferred}}} | use database.tls.mode Required, VerifyCA or VerifyIdentity
      {version: "1", database: {auth: IAM, external: {secretRef: {name: a}}, tls: {mode: Disabled}}} | use database.tls.mode Required, VerifyCA or VerifyIdentity
      {version: "1", database: {embedded: {storage: lots}}}               | spec.database.embedded.storage
      {version: "1", database: {embedded: {reclaimPolicy: Shred}}}        | Unsupported value: "Shred": supported values: "Delete", "Retain"
      {version: "1", api: {replicas: -1}, database: {embedded: {}}}       | spec.api.replicas
      {version: "1", frontend: {replicas: 101}, database: {embedded: {}}} | spec.frontend.replicas
      {version: "1", api: {image: "a b"}, database: {embedded: {}}}       | spec.api.image
      {version: "1", board: {title: ""}, database: {embedded: {}}}        | spec.board.title

      """;

  /** Beside what every spec needs; a tier is both of them. */
  private static final String FIELDS =
      """
      publicUrl: "ftp://x" | spec.publicUrl
      publicUrl: "https://board.example.org/a" | spec.publicUrl
      board: {posting: moderated} | board.posting: moderated needs board.adminSecretRef
      board: {posting: later} | supported values: "closed", "moderated", "open"
      board: {markup: html} | supported values: "markdown", "plain"
      board: {theme: {accent: red}} | spec.board.theme.accent
      board: {editWindow: 1d} | spec.board.editWindow
      board: {maxMessageLength: 0} | spec.board.maxMessageLength
      board: {maxMessageLength: 10001} | spec.board.maxMessageLength
      board: {title: "a\\nb"} | spec.board.title
      tier: {replicasPerNode: 1, autoscaling: {maxReplicas: 2}} | set replicasPerNode or autoscaling, not both
      tier: {autoscaling: {minReplicas: 3, maxReplicas: 2}} | autoscaling.maxReplicas must not be below autoscaling.minReplicas
      tier: {autoscaling: {}} | spec.tier.autoscaling.maxReplicas
      tier: {podDisruptionBudget: {}} | set exactly one of podDisruptionBudget.maxUnavailable
      tier: {podDisruptionBudget: {maxUnavailable: abc}} | a number from 0 or a percentage
      tier: {podDisruptionBudget: {maxUnavailable: -1}} | a number from 0 or a percentage
      tier: {podDisruptionBudget: {minAvailable: 101%}} | a number from 0 or a percentage
      tier: {podDisruptionBudget: {maxUnavailable: 1, minAvailable: 1}} | set exactly one of podDisruptionBudget.maxUnavailable
      tier: {service: {nodePort: 30080}} | service.nodePort needs service.type NodePort or LoadBalancer
      tier: {service: {annotations: {a: b}}} | service.annotations takes only keys that begin with
      tier: {service: {annotations: {service.beta.kubernetes.io/a: "b\\nc"}}} | spec.tier.service.annotations
      tier: {serviceAccount: {annotations: {messageboard.dev/a: b}}} | keys of messageboard.dev/ are the operator's
      tier: {podLabels: {app.kubernetes.io/name: x}} | podLabels: keys of app.kubernetes.io/
      tier: {podLabels: {a: "b c"}} | spec.tier.podLabels
      tier: {podAnnotations: {messageboard.dev/x: x}} | podAnnotations: keys of app.kubernetes.io/
      tier: {podLabels: {messageboard.dev/x: x}} | podLabels: keys of app.kubernetes.io/
      tier: {podAnnotations: {app.kubernetes.io/x: x}} | podAnnotations: keys of app.kubernetes.io/
      api: {env: [{name: POD_IP, value: x}]} | are the operator's; what spec.board says is set there
      api: {env: [{name: MESSAGEBOARD_TITLE, value: x}]} | are the operator's; what spec.board says is set there
      api: {env: [{name: A}, {name: A}]} | Duplicate value
      api: {env: [{name: "a b"}]} | spec.api.env[0].name
      tier: {imagePullPolicy: Sometimes} | supported values: "Always", "IfNotPresent", "Never"
      tier: {terminationGracePeriodSeconds: 5} | spec.tier.terminationGracePeriodSeconds
      api: {scheduling: {tolerations: [{operator: Maybe}]}} | spec.api.scheduling.tolerations[0].operator
      api: {scheduling: {topologySpreadConstraints: [{maxSkew: 1}]}} | topologyKey
      api: {scheduling: {topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: Never}]}} | spec.api.scheduling.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value
      api: {scheduling: {topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchExpressions: [{key: a, operator: Gt}]}}]}} | labelSelector.matchExpressions[0].operator: Unsupported value
      frontend: {scheduling: {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: is}]}]}}}}} | matchExpressions[0].operator: Unsupported value: "is"
      frontend: {scheduling: {affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: Inn, values: [b]}]}}]}}}} | labelSelector.matchExpressions[0].operator: Unsupported value: "Inn": supported values: "DoesNotExist", "Exists", "In", "NotIn"
      networkPolicy: {ingressFrom: [{podSelector: {matchExpressions: [{key: a, operator: Inn}]}}]} | spec.networkPolicy.ingressFrom[0].podSelector.matchExpressions[0].operator: Unsupported value
      api: {autoscaling: {maxReplicas: 2, metrics: [{type: Extern}]}} | spec.api.autoscaling.metrics[0].type: Unsupported value
      api: {autoscaling: {maxReplicas: 2, metrics: [{type: Resource, resource: {name: cpu, target: {type: Used}}}]}} | spec.api.autoscaling.metrics[0].resource.target.type: Unsupported value
      api: {autoscaling: {maxReplicas: 2, behavior: {scaleUp: {selectPolicy: min}}}} | spec.api.autoscaling.behavior.scaleUp.selectPolicy: Unsupported value
      frontend: {autoscaling: {maxReplicas: 2, behavior: {scaleDown: {policies: [{type: Pod, value: 1, periodSeconds: 60}]}}}} | spec.frontend.autoscaling.behavior.scaleDown.policies[0].type: Unsupported value
      ingress: {tls: {secretName: a}} | ingress.tls needs ingress.host
      ingress: {additionalHosts: [a.org]} | ingress.additionalHosts needs ingress.host
      ingress: {host: a.org, tls: {}} | set exactly one of ingress.tls.secretName
      ingress: {host: a.org, tls: {secretName: a, certManagerIssuer: {name: b}}} | set exactly one of ingress.tls.secretName
      ingress: {host: "*.a.org"} | spec.ingress.host
      ingress: {aws: {groupName: a}} | ingress.aws needs ingress.profile: AWSLoadBalancer
      ingress: {host: a.org, profile: AWSLoadBalancer, tls: {secretName: a}} | set ingress.aws.certificateArn instead
      ingress: {profile: AWSLoadBalancer, aws: {certificateArn: x}} | spec.ingress.aws.certificateArn
      ingress: {profile: AWSLoadBalancer, aws: {targetType: instance}} | needs frontend.service.type NodePort or LoadBalancer
      ingress: {annotations: {nginx.ingress.kubernetes.io/configuration-snippet: x}} | ingress.annotations takes
      ingress: {annotations: {alb.ingress.kubernetes.io/group.name: x}} | ingress.annotations takes
      ingress: {annotations: {cert-manager.io/x: "{a}"}} | only values of alb.ingress.kubernetes.io/ may hold quotes and braces
      ingress: {}, gateway: {parentRefs: [{name: a}]} | set ingress or gateway, not both
      gateway: {parentRefs: []} | spec.gateway.parentRefs
      gateway: {hostnames: [a.org]} | spec.gateway.parentRefs
      networkPolicy: {databaseCidrs: [10.0.0.0]} | spec.networkPolicy.databaseCidrs[0]
      networkPolicy: {databaseCidrs: [10.0.0.256/8]} | spec.networkPolicy.databaseCidrs[0]
      driftPolicy: Ignore | supported values: "Heal", "Report"
      """;

  /** Databases of a board, before and after. */
  private static final String SWITCHES =
      """
      {embedded: {}}             | {external: {secretRef: {name: a}}}  | cannot be switched
      {embedded: {}}             | {provisioned: {server: a}}          | cannot be switched
      {provisioned: {server: a}} | {external: {secretRef: {name: a}}}  | cannot be switched
      {provisioned: {server: a}} | {provisioned: {server: b}}          | provisioned.server and provisioned.name cannot be changed
      {provisioned: {server: a}} | {provisioned: {server: a, name: b}} | provisioned.server and provisioned.name cannot be changed
      {embedded: {storage: 1Gi}} | {embedded: {storage: 2Gi}}          | storage cannot be changed
      {embedded: {storageClassName: a}} | {embedded: {}}               | storageClassName cannot be changed
      {embedded: {}} | {embedded: {storageClassName: a}}               | storageClassName cannot be changed

      """;

  private CrdRefusals() {}

  static Stream<Arguments> ofSpecs() {
    var fields =
        rows(FIELDS)
            .flatMap(CrdRefusals::ofEachTier)
            .map(row -> new String[] {CrdApiServerTest.withFields(row[0]), row[1]});
    return Stream.concat(rows(SPECS), fields).map(Arguments::of);
  }

  static Stream<Arguments> ofSwitches() {
    return rows(SWITCHES).map(Arguments::of);
  }

  private static Stream<String[]> ofEachTier(String[] row) {
    return row[0].startsWith("tier: ")
        ? Stream.of("api", "frontend")
            .map(tier -> new String[] {row[0].replace("tier:", tier + ":"), told(row[1], tier)})
        : Stream.<String[]>of(row);
  }

  private static String told(String message, String tier) {
    return message.replace("spec.tier.", "spec." + tier + ".");
  }

  private static Stream<String[]> rows(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new));
  }
}
