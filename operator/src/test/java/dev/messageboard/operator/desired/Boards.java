package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Boards for tests, written as people write them. */
public final class Boards {

  private static final Images IMAGES = new Images("reg/frontend", "reg/api", "reg/mysql");

  private Boards() {}

  public static MessageBoard embedded() {
    return of("{version: 1.2.3, migration: {mode: Disabled}, database: {embedded: {}}}");
  }

  public static MessageBoard external() {
    return of(
        "{version: 1.2.3, migration: {mode: Disabled},"
            + " database: {external: {host: db, secretRef: {name: team-db}}}}");
  }

  /** On a server that is offered. */
  public static MessageBoard provisioned() {
    return provisioned("");
  }

  public static MessageBoard provisioned(String name) {
    var board =
        of(
            "{version: 1.2.3, migration: {mode: Disabled}, database: {provisioned: {server: main, name: '%s'}}}"
                .formatted(name));
    board.getMetadata().setUid("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    return board;
  }

  /** Whose schema the operator brings up. */
  public static MessageBoard migrated() {
    return of("{version: 1.2.3, database: {external: {host: db, secretRef: {name: team-db}}}}");
  }

  /** Of whose databases and schemas only the pods tell. */
  public static MessageBoard unchecked(String kind) {
    return of(
        "{version: 1.2.3, migration: {mode: Disabled}, database: {%s, check: {mode: Disabled}}}"
            .formatted(
                "external".equals(kind)
                    ? "external: {host: db, secretRef: {name: team-db}}"
                    : "embedded: {}"));
  }

  public static MessageBoard of(String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: messageboard.dev/v1alpha1
        kind: MessageBoard
        metadata: {name: team, namespace: boards, uid: 5e1f, generation: 7, resourceVersion: "42"}
        spec: %s
        """
            .formatted(spec),
        MessageBoard.class);
  }

  /** Whose pods log in with tokens of their AWS identity. */
  public static MessageBoard byIam(String annotations) {
    return of(
        """
        {version: 1.2.3, api: {serviceAccount: {annotations: %s}},
         database: {auth: IAM, external: {host: db, secretRef: {name: team-db}, migrationSecretRef: {name: team-db-ddl}}}}"""
            .formatted(annotations));
  }

  public static Binding bindingByIam() {
    return new Binding("db", 3306, "messages", "team_iam", "", Tls.REQUIRED, "key")
        .withMigration(Optional.of(new Credentials("team_ddl_iam", "")));
  }

  public static Binding binding() {
    return new Binding("db", 3307, "messages", "writer", "pä$$word", Tls.REQUIRED, "key");
  }

  static EmbeddedPasswords passwords() {
    return new EmbeddedPasswords("root-secret", "user-secret", "key");
  }

  static BoardKeys keys() {
    return new BoardKeys("edit-key", "cursor-key", "hash-key");
  }

  public static Installation installation() {
    return new Installation(IMAGES, List.of("10.0.0.0/8", "::1/128"), "messageboard-system");
  }

  /** Of two API pods, on a server of MySQL's default size. */
  public static ConnectionBudget connections() {
    return new ConnectionBudget(3, 8, Optional.of(151));
  }

  static Inputs inputs() {
    return inputs(embedded());
  }

  /** As for a board that has no Deployments yet. */
  static Inputs inputs(MessageBoard board) {
    return new Inputs(
        installation(),
        Optional.of(binding()),
        Optional.of(passwords()),
        keys(),
        new Scales(scale(board, Component.FRONTEND), scale(board, Component.API)),
        Set.of(),
        SchemaGate.OPEN,
        connections());
  }

  private static Scale scale(MessageBoard board, Component tier) {
    var spec = tier.spec(board);
    return Scale.of(spec, Optional.empty(), OptionalInt.of(spec.replicas()));
  }
}
