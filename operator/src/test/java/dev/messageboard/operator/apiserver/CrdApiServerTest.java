package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.operator.packaging.KubernetesTypes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class CrdApiServerTest {

  private static final String EXTERNAL = "{external: {secretRef: {name: db}}}";
  private static final String TIER =
      "{imagePullPolicy=IfNotPresent, podDisruptionBudget={maxUnavailable=1}, replicas=2,"
          + " resources=%s, service={port=80, type=ClusterIP}, terminationGracePeriodSeconds=30}";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static KubeApiServer server;
  private static KubernetesClient client;

  @BeforeAll
  static void startAnApiServer() {
    server = KubeApiServer.start();
    Cluster.install(server);
    client = new KubernetesClientBuilder().withConfig(server.admin()).build();
  }

  @AfterAll
  static void stopIt() {
    client.close();
    server.close();
  }

  @Test
  void theTypesThatABoardTakesOverAreThoseOfKubernetes() throws IOException {
    var served = KubernetesTypes.distilled(client::raw);
    if (Boolean.getBoolean("crd.update")) {
      Files.writeString(KubernetesTypes.FILE, served);
    }
    assertThat(KubernetesTypes.committed())
        .as("run this test and then CrdDriftTest with -Dcrd.update=true and commit both files")
        .isEqualTo(served);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
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
          """)
  void aSpecThatBreaksARuleIsRefusedWithTheFieldOrWhatToChange(String spec, String message) {
    assertThatThrownBy(() -> create("bad-" + COUNT.incrementAndGet(), spec))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          publicUrl: "ftp://x"                                  | spec.publicUrl
          publicUrl: "https://board.example.org/a"              | spec.publicUrl
          board: {posting: moderated}                           | board.posting: moderated needs board.adminSecretRef
          board: {posting: later}                               | supported values: "closed", "moderated", "open"
          board: {markup: html}                                 | supported values: "markdown", "plain"
          board: {theme: {accent: red}}                         | spec.board.theme.accent
          board: {editWindow: 1d}                               | spec.board.editWindow
          board: {maxMessageLength: 0}                          | spec.board.maxMessageLength
          board: {title: "a\\nb"}                               | spec.board.title
          api: {replicasPerNode: 1, autoscaling: {maxReplicas: 2}} | set replicasPerNode or autoscaling, not both
          frontend: {replicasPerNode: 1, autoscaling: {maxReplicas: 2}} | set replicasPerNode or autoscaling, not both
          api: {autoscaling: {minReplicas: 3, maxReplicas: 2}}  | autoscaling.maxReplicas must not be below autoscaling.minReplicas
          api: {autoscaling: {}}                                | spec.api.autoscaling.maxReplicas
          api: {podDisruptionBudget: {}}                        | set exactly one of podDisruptionBudget.maxUnavailable
          api: {podDisruptionBudget: {maxUnavailable: abc}}      | a number from 0 or a percentage
          api: {podDisruptionBudget: {maxUnavailable: -1}}       | a number from 0 or a percentage
          frontend: {podDisruptionBudget: {minAvailable: 101%}}  | a number from 0 or a percentage
          api: {podDisruptionBudget: {maxUnavailable: 1, minAvailable: 1}} | set exactly one of podDisruptionBudget.maxUnavailable
          api: {service: {nodePort: 30080}}                     | service.nodePort needs service.type NodePort or LoadBalancer
          api: {service: {annotations: {a: b}}}                 | service.annotations takes only keys that begin with
          api: {service: {annotations: {service.beta.kubernetes.io/a: "b\\nc"}}} | spec.api.service.annotations
          api: {serviceAccount: {annotations: {messageboard.dev/a: b}}} | keys of messageboard.dev/ are the operator's
          api: {podLabels: {app.kubernetes.io/name: x}}         | podLabels: keys of app.kubernetes.io/
          api: {podLabels: {a: "b c"}}                          | spec.api.podLabels
          api: {podAnnotations: {messageboard.dev/x: x}}        | podAnnotations: keys of app.kubernetes.io/
          frontend: {podLabels: {messageboard.dev/x: x}}        | podLabels: keys of app.kubernetes.io/
          frontend: {podAnnotations: {app.kubernetes.io/x: x}}  | podAnnotations: keys of app.kubernetes.io/
          api: {env: [{name: POD_IP, value: x}]}                | are the operator's; what spec.board says is set there
          api: {env: [{name: MESSAGEBOARD_TITLE, value: x}]}    | are the operator's; what spec.board says is set there
          api: {env: [{name: A}, {name: A}]}                    | Duplicate value
          api: {env: [{name: "a b"}]}                           | spec.api.env[0].name
          api: {imagePullPolicy: Sometimes}                     | supported values: "Always", "IfNotPresent", "Never"
          api: {terminationGracePeriodSeconds: 5}               | spec.api.terminationGracePeriodSeconds
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
          ingress: {tls: {secretName: a}}                       | ingress.tls needs ingress.host
          ingress: {additionalHosts: [a.org]}                   | ingress.additionalHosts needs ingress.host
          ingress: {host: a.org, tls: {}}                       | set exactly one of ingress.tls.secretName
          ingress: {host: a.org, tls: {secretName: a, certManagerIssuer: {name: b}}} | set exactly one of ingress.tls.secretName
          ingress: {host: "*.a.org"}                            | spec.ingress.host
          ingress: {aws: {groupName: a}}                        | ingress.aws needs ingress.profile: AWSLoadBalancer
          ingress: {host: a.org, profile: AWSLoadBalancer, tls: {secretName: a}} | set ingress.aws.certificateArn instead
          ingress: {profile: AWSLoadBalancer, aws: {certificateArn: x}} | spec.ingress.aws.certificateArn
          ingress: {profile: AWSLoadBalancer, aws: {targetType: instance}} | needs frontend.service.type NodePort or LoadBalancer
          ingress: {annotations: {nginx.ingress.kubernetes.io/configuration-snippet: x}} | ingress.annotations takes
          ingress: {annotations: {alb.ingress.kubernetes.io/group.name: x}} | ingress.annotations takes
          ingress: {annotations: {cert-manager.io/x: "{a}"}}    | only values of alb.ingress.kubernetes.io/ may hold quotes and braces
          ingress: {}, gateway: {parentRefs: [{name: a}]}       | set ingress or gateway, not both
          gateway: {parentRefs: []}                             | spec.gateway.parentRefs
          gateway: {hostnames: [a.org]}                         | spec.gateway.parentRefs
          networkPolicy: {databaseCidrs: [10.0.0.0]}            | spec.networkPolicy.databaseCidrs[0]
          networkPolicy: {databaseCidrs: [10.0.0.256/8]}        | spec.networkPolicy.databaseCidrs[0]
          driftPolicy: Ignore                                   | supported values: "Heal", "Report"
          """)
  void aFieldThatBreaksARuleIsRefusedWithTheFieldOrWhatToChange(String fields, String message) {
    assertThatThrownBy(() -> create("bad-" + COUNT.incrementAndGet(), withFields(fields)))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          publicUrl: "http://board:8080/", restartTrigger: now
          board: {posting: moderated, adminSecretRef: {name: a}, editWindow: 0s}
          api: {replicasPerNode: 2}, frontend: {autoscaling: {maxReplicas: 2}}
          api: {podDisruptionBudget: {minAvailable: 50%}}
          frontend: {podDisruptionBudget: {maxUnavailable: 0}}
          api: {service: {type: NodePort, nodePort: 30099, annotations: {service.beta.kubernetes.io/a: '{"b"}', external-dns.alpha.kubernetes.io/ttl: "60"}}}
          api: {podLabels: {app: x}, podAnnotations: {example.org/app: x}, env: [{name: A}, {name: MY_MESSAGEBOARD_X}]}
          ingress: {host: a.org, additionalHosts: ["*.a.org"], tls: {certManagerIssuer: {name: b}}}
          ingress: {annotations: {alb.ingress.kubernetes.io/actions.x: '{"a": `b`}', nginx.ingress.kubernetes.io/limit-rps: "5", cert-manager.io/x: y}}
          ingress: {profile: AWSLoadBalancer, aws: {targetType: instance}}, frontend: {service: {type: NodePort}}
          gateway: {parentRefs: [{name: a, namespace: b}], hostnames: ["*.a.org"]}
          networkPolicy: {databaseCidrs: [10.0.0.0/8, "fd00::/8", 0.0.0.0/0]}
          """)
  void whatKeepsTheRulesIsAccepted(String fields) {
    assertThat(create("good-" + COUNT.incrementAndGet(), withFields(fields))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1board", "board.x", "a23456789012345678901234567890123456789bc"})
  void aNameThatDoesNotFitItsPartsIsRefused(String name) {
    assertThatThrownBy(() -> create(name, spec("{embedded: {}}")))
        .hasMessageContaining("metadata.name must be at most 40");
  }

  @Test
  void theLongestNameIsAccepted() {
    create("a234567890123456789012345678901234567890", spec("{embedded: {}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {embedded: {}}             | {external: {secretRef: {name: a}}}  | cannot be switched
          {embedded: {}}             | {provisioned: {server: a}}          | cannot be switched
          {provisioned: {server: a}} | {external: {secretRef: {name: a}}}  | cannot be switched
          {provisioned: {server: a}} | {provisioned: {server: b}}          | provisioned.server and provisioned.name cannot be changed
          {provisioned: {server: a}} | {provisioned: {server: a, name: b}} | provisioned.server and provisioned.name cannot be changed
          {embedded: {storage: 1Gi}} | {embedded: {storage: 2Gi}}          | storage cannot be changed
          {embedded: {storageClassName: a}} | {embedded: {}}               | storageClassName cannot be changed
          {embedded: {}} | {embedded: {storageClassName: a}}               | storageClassName cannot be changed
          """)
  void whatHoldsTheMessagesCannotBeChangedUnderThem(String before, String after, String message) {
    var board = create("kept-" + COUNT.incrementAndGet(), spec(before));
    board.setAdditionalProperty("spec", create("new-" + COUNT.get(), spec(after)).get("spec"));
    assertThatThrownBy(() -> client.resource(board).update()).hasMessageContaining(message);
  }

  @Test
  void anotherReclaimPolicyAndAnotherHostAreNoSwitch() {
    var embedded = create("policy", spec("{embedded: {}}"));
    embedded.setAdditionalProperty(
        "spec", create("policy-2", spec("{embedded: {reclaimPolicy: Delete}}")).get("spec"));
    client.resource(embedded).update();
    var provisioned = create("policy-3", spec("{provisioned: {server: a}}"));
    provisioned.setAdditionalProperty(
        "spec",
        create("policy-4", spec("{provisioned: {server: a, reclaimPolicy: Delete}}")).get("spec"));
    client.resource(provisioned).update();
    var external = create("host", spec(EXTERNAL));
    external.setAdditionalProperty(
        "spec", create("host-2", spec("{external: {host: db, secretRef: {name: b}}}")).get("spec"));
    client.resource(external).update();
    var strict = "{provisioned: {server: a}, tls: {mode: VerifyIdentity}}";
    assertThat(create("checked-by-the-server", spec(strict))).isNotNull();
  }

  @Test
  void theSmallestBoardGetsItsDefaultsFromTheCrd() {
    var spec = create("smallest", spec("{embedded: {}}")).<Map<String, Object>>get("spec");
    assertThat(spec.get("board"))
        .hasToString(
            "{deletePolicy=author, description=, editWindow=15m, markup=plain,"
                + " maxMessageLength=4000, posting=open, postsPerHour=60, postsPerMinute=10,"
                + " retentionDays=0, showServedBy=false, theme={accent=#0b5fff}, title=Message"
                + " board}");
    assertThat(spec.get("database"))
        .hasToString(
            "{auth=Password, check={interval=60s, mode=Operator, timeout=5s},"
                + " embedded={reclaimPolicy=Retain, storage=1Gi}, maxConnections=0,"
                + " pool={acquireTimeout=2s, maxSize=8}, tls={mode=Required}}");
    assertThat(spec.get("frontend"))
        .hasToString(TIER.formatted("{limits={memory=128Mi}, requests={cpu=20m, memory=32Mi}}"));
    assertThat(spec.get("api"))
        .hasToString(TIER.formatted("{limits={memory=512Mi}, requests={cpu=100m, memory=256Mi}}"));
    assertThat(spec.get("networkPolicy")).hasToString("{enabled=true}");
    assertThat(spec.get("monitoring")).hasToString("{prometheusRule=false, serviceMonitor=false}");
    assertThat(spec)
        .containsEntry("driftPolicy", "Heal")
        .containsEntry("paused", false)
        .containsEntry("deletionProtection", false)
        .doesNotContainKeys("publicUrl", "ingress", "gateway", "restartTrigger");
  }

  @Test
  void theScaleSubresourceSetsTheReplicasOfTheApi() {
    create("scaled", spec("{embedded: {}}"));
    var boards = client.genericKubernetesResources("messageboard.dev/v1alpha1", "MessageBoard");
    boards.inNamespace("default").withName("scaled").scale(5);
    assertThat(
            boards
                .inNamespace("default")
                .withName("scaled")
                .get()
                .<Integer>get("spec", "api", "replicas"))
        .isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAccepted(String sample) {
    if (client.namespaces().withName("boards").get() == null) {
      Cluster.newNamespace(client, "boards");
    }
    assertThat(Cluster.apply(client, sample)).isNotEmpty();
  }

  static List<String> samples() {
    return Samples.names().stream().map(name -> "deploy/samples/" + name).toList();
  }

  private static String withFields(String fields) {
    return "{version: \"1\", database: {embedded: {}}, " + fields + "}";
  }

  private static String spec(String database) {
    return "{version: \"1\", database: " + database + "}";
  }

  private static GenericKubernetesResource create(String name, String spec) {
    return Cluster.createBoard(client, "default", name, spec);
  }
}
