package dev.messageboard.operator;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a build without a cluster which tests it has left out. */
public class TiersLeftOut implements TestExecutionListener {

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (plan.countTestIdentifiers(test -> test.getUniqueId().contains("E2E")) == 0) {
      System.err.println(
          "left out: *E2E, which need a cluster (make e2e), and the page, which npm tests (make test)");
    }
  }
}
