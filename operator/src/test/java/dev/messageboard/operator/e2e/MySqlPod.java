package dev.messageboard.operator.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A MySQL of the tests' own, with whatever users and tables a platform team would have. */
final class MySqlPod {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private MySqlPod() {}

  /**
   * Starts a pod and a Service {@code name} whose server runs {@code sql} first; one statement a
   * line, each fit to run again: a container that starts anew keeps the data.
   */
  static void start(TestNamespace namespace, String name, String sql) {
    var manifest = MANIFEST.replace("NAME", name).replace("IMAGE", image(namespace));
    Kubectl.apply(namespace.name(), manifest.replace("SQL", sql.strip().indent(4).strip()));
  }

  /** Ends the server of this pod with its connections; it stays away until it is let go on. */
  static void hold(TestNamespace namespace, String name) {
    exec(namespace, name, ": > /tmp/hold; kill $(cat /tmp/pid)");
  }

  static void letGoOn(TestNamespace namespace, String name) {
    exec(namespace, name, "rm /tmp/hold");
  }

  /** From now on whoever connects, or is connected, waits for an answer: a black hole. */
  static void freeze(TestNamespace namespace, String name) {
    exec(namespace, name, "kill -STOP $(cat /tmp/pid)");
  }

  static void thaw(TestNamespace namespace, String name) {
    exec(namespace, name, "kill -CONT $(cat /tmp/pid)");
  }

  private static void exec(TestNamespace namespace, String name, String script) {
    Kubectl.run(namespace.name(), "exec", name, "--", "sh", "-c", script);
  }

  /** The image that the operator gives to embedded databases: nodes have it, or can pull it. */
  private static String image(TestNamespace namespace) {
    Kubectl.apply(namespace.name(), Manifests.database());
    var set =
        namespace
            .client()
            .apps()
            .statefulSets()
            .inNamespace(namespace.name())
            .withName("owner-mysql")
            .waitUntilCondition(found -> found != null, LIMIT.toSeconds(), TimeUnit.SECONDS);
    Kubectl.run(namespace.name(), "delete", "mb/owner", "--wait=false");
    return set.getSpec().getTemplate().getSpec().getContainers().get(0).getImage();
  }

  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: NAME}
      data:
        init.sql: |
          SQL
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: NAME}
      spec: {selector: {app: NAME}, ports: [{port: 3306}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: NAME, labels: {app: NAME}}
      spec:
        # The first process of a container cannot be frozen from within.
        shareProcessNamespace: true
        securityContext: {runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: mysql
            image: IMAGE
            command: [sh, -c]
            args:
              - |
                set -- --no-defaults --datadir=/tmp/data --socket=/tmp/socket --pid-file=/tmp/pid --mysqlx=OFF \\
                  --secure-file-priv=NULL --skip-name-resolve --disable-log-bin --performance-schema=OFF \\
                  --innodb-buffer-pool-size=64M --innodb-redo-log-capacity=16M
                test -d /tmp/data || mysqld "$@" --initialize-insecure
                while test -e /tmp/hold; do sleep 0.2; done
                exec mysqld "$@" --init-file=/etc/accounts/init.sql
            readinessProbe: {tcpSocket: {port: 3306}, periodSeconds: 2}
            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            volumeMounts:
              - {name: tmp, mountPath: /tmp}
              - {name: accounts, mountPath: /etc/accounts}
        volumes:
          - {name: tmp, emptyDir: {}}
          - {name: accounts, configMap: {name: NAME}}
      """;
}
