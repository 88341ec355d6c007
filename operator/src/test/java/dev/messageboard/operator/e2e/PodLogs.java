package dev.messageboard.operator.e2e;

import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Prints what the pods said, and what happened to them, when a test of theirs fails. */
public final class PodLogs implements TestWatcher {

  private static final String LINES = "--tail=60";

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    ReflectionSupport.streamFields(
            test.getRequiredTestClass(),
            field -> field.getType() == TestNamespace.class,
            HierarchyTraversalMode.TOP_DOWN)
        .map(PodLogs::namespace)
        .forEach(
            namespace -> System.out.printf("%s%n%s", test.getDisplayName(), evidence(namespace)));
  }

  private static TestNamespace namespace(Field field) {
    return (TestNamespace)
        ReflectionSupport.tryToReadFieldValue(field, null).getOrThrow(IllegalStateException::new);
  }

  private static String evidence(TestNamespace namespace) {
    var evidence = new StringBuilder(run(namespace, "get", "events", "--sort-by=.lastTimestamp"));
    for (var pod : run(namespace, "get", "pods", "--output=name").lines().toList()) {
      evidence.append(run(namespace, "logs", pod, "--all-containers", "--prefix", LINES));
    }
    return evidence.toString();
  }

  private static String run(TestNamespace namespace, String... arguments) {
    return Kubectl.attempt(namespace.name(), null, arguments).output() + "\n";
  }
}
