package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;

/** Every child's name, and the names by which containers, ports and volumes refer to each other. */
public final class Names {

  public static final String FIELD_MANAGER = "messageboard-operator";

  static final String HTTP = "http";
  static final String MANAGEMENT = "management";
  static final String MYSQL = "mysql";
  static final String TMP = "tmp";
  static final String CONFIG = "config";
  static final String KEYS = "keys";
  static final String DATABASE = "database";
  static final String DATA = "data";
  static final String PASSWORDS = "passwords";
  static final String RUN = "run";

  private Names() {}

  /** The claim that the controller of the embedded MySQL's StatefulSet makes for its one pod. */
  public static String volume(MessageBoard board) {
    return DATA + "-" + of(board, Component.MYSQL) + "-0";
  }

  public static String of(MessageBoard board, Component component) {
    var name = board.getMetadata().getName();
    return component == Component.BOARD ? name : name + "-" + component;
  }
}
