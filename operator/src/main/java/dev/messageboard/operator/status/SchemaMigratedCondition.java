package dev.messageboard.operator.status;

/** {@code SchemaMigrated}: an API pod passes its startup probe only when the schema fits. */
final class SchemaMigratedCondition {

  static final String TYPE = "SchemaMigrated";

  private SchemaMigratedCondition() {}

  static Verdict of(BoardObservation seen, Tier api) {
    return ApiPods.haveStarted(seen, api.image())
        ? Verdict.yes(TYPE, "SchemaFits", "the schema fits " + api.image())
        : Verdict.unknown(TYPE, "Waiting", "no API pod of this version has found its schema yet");
  }
}
