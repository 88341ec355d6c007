package dev.messageboard.operator.database.check;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Binding;
import java.time.Duration;

/**
 * What to log in with, and how often.
 *
 * @param uid of the board
 * @param occasion another one asks for another login at once
 * @param secret name of the Secret that a person would correct
 */
public record CheckOrder(
    String uid,
    String namespace,
    String board,
    String secret,
    Binding binding,
    String occasion,
    Duration interval,
    Duration timeout) {

  /** The order that a board's spec gives. */
  public static CheckOrder of(MessageBoard board, Binding binding, String secret, String occasion) {
    var check = board.getSpec().database().check();
    return new CheckOrder(
        board.getMetadata().getUid(),
        board.getMetadata().getNamespace(),
        board.getMetadata().getName(),
        secret,
        binding.withoutKey(),
        occasion,
        check.every(),
        check.patience());
  }

  boolean isOtherThan(CheckOrder before) {
    return !binding.equals(before.binding) || !occasion.equals(before.occasion);
  }

  /** A name without a dot is a Service beside the board; the operator lives elsewhere. */
  String host() {
    return binding.host().contains(".")
        ? binding.host()
        : binding.host() + "." + namespace + ".svc";
  }
}
