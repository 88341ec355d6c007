package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.EmbeddedDatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/**
 * The pod of the embedded MySQL. It restarts for a new version only through its image: with one of
 * its own it does not, so its labels carry none.
 */
final class MysqlPod {

  static final int PORT = 3306;

  private static final int INITIALISATION_SECONDS = 600;
  private static final String PASSWORDS = "/etc/messageboard-mysql";

  private MysqlPod() {}

  static PodTemplateSpec of(
      MessageBoard board, EmbeddedDatabaseSpec spec, Images images, EmbeddedPasswords passwords) {
    return PodTemplate.of(
        Labels.lasting(board, Component.MYSQL),
        Fingerprint.of(passwords.fingerprintKey(), DesiredMysqlSecret.data(passwords)),
        container(images.mysqlOf(board, spec)),
        List.of(
            Volumes.secret(Names.PASSWORDS, Names.of(board, Component.MYSQL)),
            Volumes.scratch(Names.TMP),
            Volumes.scratch(Names.RUN)));
  }

  private static Container container(String image) {
    var answers = Probes.tcp(Names.MYSQL);
    return new ContainerBuilder()
        .withName(Names.MYSQL)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .addNewPort()
        .withName(Names.MYSQL)
        .withContainerPort(PORT)
        .withProtocol("TCP")
        .endPort()
        .withEnv(environment())
        .withStartupProbe(Probes.startup(answers, INITIALISATION_SECONDS))
        .withReadinessProbe(Probes.readiness(answers))
        .withLivenessProbe(Probes.liveness(answers))
        .withNewResources()
        .addToRequests("cpu", new Quantity("100m"))
        .addToRequests("memory", new Quantity("512Mi"))
        .addToLimits("memory", new Quantity("1Gi"))
        .endResources()
        .withSecurityContext(Confinement.ofContainer())
        .withVolumeMounts(
            Volumes.writable(Names.DATA, "/var/lib/mysql"),
            Volumes.readOnly(Names.PASSWORDS, PASSWORDS),
            Volumes.writable(Names.TMP, "/tmp"),
            Volumes.writable(Names.RUN, "/run/mysqld"))
        .build();
  }

  private static List<EnvVar> environment() {
    return List.of(
        variable("MYSQL_ROOT_PASSWORD_FILE", PASSWORDS + "/" + DesiredMysqlSecret.ROOT_PASSWORD),
        variable("MYSQL_DATABASE", EmbeddedDatabase.NAME),
        variable("MYSQL_USER", EmbeddedDatabase.NAME),
        variable("MYSQL_PASSWORD_FILE", PASSWORDS + "/" + DesiredMysqlSecret.PASSWORD));
  }

  private static EnvVar variable(String name, String value) {
    return new EnvVar(name, value, null);
  }
}
