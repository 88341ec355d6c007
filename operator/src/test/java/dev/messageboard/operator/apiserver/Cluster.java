package dev.messageboard.operator.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The API server as a person with all rights uses it. */
final class Cluster {

  private static final Path ROOT = Path.of("..");
  private static final String BOARDS = "messageboard-operator";
  private static final String CRD = "messageboards.messageboard.dev";

  private Cluster() {}

  /** The CRD and the operator's rights, from the files that users apply. */
  static void install(KubeApiServer server) {
    try (var client = new KubernetesClientBuilder().withConfig(server.admin()).build()) {
      apply(client, "crds/messageboards.messageboard.dev-v1.yml");
      apply(client, "deploy/operator/base/namespace.yaml");
      apply(client, "deploy/operator/base/rbac.yaml");
      client
          .apiextensions()
          .v1()
          .customResourceDefinitions()
          .withName(CRD)
          .waitUntilCondition(Cluster::isEstablished, 30, TimeUnit.SECONDS);
    }
  }

  private static boolean isEstablished(CustomResourceDefinition crd) {
    return Optional.ofNullable(crd.getStatus())
        .map(CustomResourceDefinitionStatus::getConditions)
        .stream()
        .flatMap(List::stream)
        .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  static List<HasMetadata> apply(KubernetesClient client, String file) {
    return read(client, file).stream()
        .map(object -> client.resource(object).serverSideApply())
        .toList();
  }

  private static List<HasMetadata> read(KubernetesClient client, String file) {
    try (var stream = Files.newInputStream(ROOT.resolve(file))) {
      return client.load(stream).items();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What deploy/operator/namespaced makes of the manifests, but the pod.
   *
   * @return the environment that it gives the operator
   */
  static Map<String, String> installNamespaced(KubernetesClient client) {
    var environment = new TreeMap<String, String>();
    for (var object : client.load(rendered("deploy/operator/namespaced")).items()) {
      if (object instanceof Deployment operator) {
        operator
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .get(0)
            .getEnv()
            .forEach(variable -> environment.put(variable.getName(), variable.getValue()));
      } else {
        client.resource(object).serverSideApply();
      }
    }
    return environment;
  }

  /**
   * For an operator in a namespace of its own, as operator/README.md says: its leader's and its
   * database servers' roles there, and the ClusterRole bound in each namespace that is listed.
   */
  static void installListed(KubernetesClient client, String home, String... listed) {
    newNamespace(client, home);
    for (var object : read(client, "deploy/operator/base/rbac.yaml")) {
      if (object instanceof Role || object instanceof RoleBinding) {
        object.getMetadata().setNamespace(home);
        client.resource(object instanceof RoleBinding b ? to(home, b) : object).serverSideApply();
      }
      if (object instanceof ClusterRoleBinding whole
          && BOARDS.equals(whole.getRoleRef().getName())) {
        for (var namespace : listed) {
          client.resource(to(home, bound(whole, namespace))).serverSideApply();
        }
      }
    }
  }

  private static RoleBinding bound(ClusterRoleBinding whole, String namespace) {
    return new RoleBindingBuilder()
        .withNewMetadata()
        .withName(BOARDS)
        .withNamespace(namespace)
        .endMetadata()
        .withRoleRef(whole.getRoleRef())
        .withSubjects(whole.getSubjects())
        .build();
  }

  private static RoleBinding to(String home, RoleBinding binding) {
    binding.getSubjects().forEach(account -> account.setNamespace(home));
    return binding;
  }

  private static InputStream rendered(String directory) {
    try {
      var kubectl = KubeBinaries.directory().orElseThrow().resolve("kubectl").toString();
      var process =
          new ProcessBuilder(kubectl, "kustomize", ROOT.resolve(directory).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return process.getInputStream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean operatorMay(KubernetesClient client, String namespace, String verb, String lease) {
    var review =
        new SubjectAccessReviewBuilder()
            .withNewSpec()
            .withUser("system:serviceaccount:messageboard-system:messageboard-operator")
            .withNewResourceAttributes()
            .withGroup("coordination.k8s.io")
            .withResource("leases")
            .withNamespace(namespace)
            .withVerb(verb)
            .withName(lease)
            .endResourceAttributes()
            .endSpec()
            .build();
    return client.resource(review).create().getStatus().getAllowed();
  }

  /**
   * A MySQL of this machine, offered to boards of all namespaces.
   *
   * @param operators namespace of the operator
   */
  static void offerServer(KubernetesClient client, String operators, String name, int port) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(operators)
                .addToLabels("messageboard.dev/database-server", name)
                .addToAnnotations("messageboard.dev/allowed-namespaces", "*")
                .endMetadata()
                .addToStringData(Map.of("host", "127.0.0.1", "port", "" + port))
                .addToStringData(Map.of("username", "platform", "password", "hush-hush"))
                .build())
        .create();
  }

  static String newNamespace(KubernetesClient client, String name) {
    var namespace = new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    return client.resource(namespace).create().getMetadata().getName();
  }

  /** As kubectl would: the text may hold what our own classes could not. */
  static GenericKubernetesResource createBoard(
      KubernetesClient client, String namespace, String name, String spec) {
    return client.resource(board(namespace, name, spec)).create();
  }

  /** YAML as JSON. */
  static String json(String yaml) {
    return Serialization.asJson(Serialization.unmarshal(yaml, JsonNode.class));
  }

  static GenericKubernetesResource board(String namespace, String name, String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: messageboard.dev/v1alpha1
        kind: MessageBoard
        metadata: {name: "%s", namespace: "%s"}
        spec: %s
        """
            .formatted(name, namespace, spec),
        GenericKubernetesResource.class);
  }
}
