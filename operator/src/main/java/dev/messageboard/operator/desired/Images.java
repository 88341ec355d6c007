package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.EmbeddedDatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;

/** The repositories of the default images; a board's version is the tag. */
public record Images(String frontend, String api, String mysql) {

  String frontendOf(MessageBoard board) {
    return chosen(board.getSpec().frontend().image(), frontend, board);
  }

  String apiOf(MessageBoard board) {
    return chosen(board.getSpec().api().image(), api, board);
  }

  String mysqlOf(MessageBoard board, EmbeddedDatabaseSpec embedded) {
    return chosen(embedded.image(), mysql, board);
  }

  private static String chosen(String own, String repository, MessageBoard board) {
    return own == null ? repository + ":" + board.getSpec().version() : own;
  }
}
