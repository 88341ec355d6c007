package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that start and end operators of their own, each for the test's own namespace. */
@ExtendWith(LoneApiServer.class)
abstract class BringsOperators extends BoardsOnApiServer {

  private final List<KillableOperator> running = new ArrayList<>();

  @Override
  @BeforeAll
  void connect() {
    client = new KubernetesClientBuilder().withConfig(LoneApiServer.running().admin()).build();
    audit = new Audit(LoneApiServer.running().audit());
  }

  @AfterEach
  void endTheOperators() {
    running.forEach(KillableOperator::close);
    running.clear();
  }

  KillableOperator start() {
    return start(how -> how, new Interceptor() {});
  }

  KillableOperator start(
      UnaryOperator<ControllerConfigurationOverrider<MessageBoard>> how, Interceptor fate) {
    return start(how, fate, Clock.systemUTC());
  }

  KillableOperator start(
      UnaryOperator<ControllerConfigurationOverrider<MessageBoard>> how,
      Interceptor fate,
      Clock clock) {
    var here = namespace;
    var started =
        KillableOperator.start(
            LoneApiServer.running().operator(),
            overrider -> how.apply(overrider.settingNamespace(here)),
            fate,
            clock);
    running.add(started);
    return started;
  }
}
