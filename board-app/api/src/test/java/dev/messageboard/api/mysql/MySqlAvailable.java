package dev.messageboard.api.mysql;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says once why the tests on the real database are left out. */
final class MySqlAvailable implements ExecutionCondition {

  private static final String TOLD = "messageboard.test.mysql.told";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = MySqlHome.missing();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("MySQL is at " + MySqlHome.path());
    }
    if (System.getProperty(TOLD) == null) {
      System.setProperty(TOLD, "true");
      System.err.println("not run: *MySqlTest, because " + missing.get());
    }
    return ConditionEvaluationResult.disabled(missing.get());
  }
}
