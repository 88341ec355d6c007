package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Credentials;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;

/**
 * What a server is to have for a board, or not to have any more.
 *
 * @param uid of the board: the mark of what is its own
 * @param binding that the board is to get, with both of its users
 * @param admin who makes it
 * @param secret name of the Secret with that login
 * @param drops whether database and users go, because the board does
 */
public record ProvisionOrder(
    String uid,
    ResourceID board,
    Binding binding,
    Credentials admin,
    String secret,
    Duration interval,
    Duration timeout,
    boolean drops) {

  /** The order that a board's spec gives. */
  public static ProvisionOrder of(
      MessageBoard board, Binding binding, Credentials admin, String secret) {
    var check = board.getSpec().database().check();
    return new ProvisionOrder(
        board.getMetadata().getUid(),
        ResourceID.fromResource(board),
        binding.withoutFingerprintKey(),
        admin,
        secret,
        check.every(),
        check.patience(),
        false);
  }

  /** The same, for a board that is deleted. */
  public ProvisionOrder toDrop() {
    return new ProvisionOrder(uid, board, binding, admin, secret, interval, timeout, true);
  }

  String namespace() {
    return board.getNamespace().orElse("");
  }

  Credentials user() {
    return new Credentials(binding.username(), binding.password());
  }

  Credentials migrationUser() {
    return binding.migration().orElseThrow();
  }

  /** What is dropped is not made again, whoever still looks at the board as it was. */
  boolean isTooLateAfter(ProvisionOrder before) {
    return before.drops && !drops && uid.equals(before.uid);
  }

  /** What decides whether the server has to be changed. */
  boolean isOtherThan(ProvisionOrder before) {
    return drops != before.drops
        || !uid.equals(before.uid)
        || !binding.equals(before.binding)
        || !admin.equals(before.admin);
  }
}
