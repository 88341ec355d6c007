package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.DatabaseResolver;
import dev.messageboard.operator.database.Resolution;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Images;
import dev.messageboard.operator.desired.Inputs;
import dev.messageboard.operator.desired.Names;
import dev.messageboard.operator.platform.BoardMetrics;
import dev.messageboard.operator.platform.Departures;
import dev.messageboard.operator.platform.EventRecorder;
import dev.messageboard.operator.platform.Settings;
import dev.messageboard.operator.status.Findings;
import dev.messageboard.operator.status.PodEvent;
import dev.messageboard.operator.status.Problem;
import dev.messageboard.operator.validation.SpecValidation;
import dev.messageboard.operator.validation.Violation;
import dev.messageboard.operator.workflow.ApiAccountDependent;
import dev.messageboard.operator.workflow.ApiDeploymentDependent;
import dev.messageboard.operator.workflow.ApiServiceDependent;
import dev.messageboard.operator.workflow.ApplyProblems;
import dev.messageboard.operator.workflow.ChildInformers;
import dev.messageboard.operator.workflow.ConfigMapDependent;
import dev.messageboard.operator.workflow.DatabaseSecretDependent;
import dev.messageboard.operator.workflow.FrontendAccountDependent;
import dev.messageboard.operator.workflow.FrontendDeploymentDependent;
import dev.messageboard.operator.workflow.FrontendServiceDependent;
import dev.messageboard.operator.workflow.InputsOf;
import dev.messageboard.operator.workflow.MysqlSecretDependent;
import dev.messageboard.operator.workflow.MysqlServiceDependent;
import dev.messageboard.operator.workflow.MysqlStatefulSetDependent;
import dev.messageboard.operator.workflow.Observer;
import dev.messageboard.operator.workflow.Pass;
import dev.messageboard.operator.workflow.Settled;
import dev.messageboard.operator.workflow.condition.EmbeddedDatabaseRequested;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.AggregatedOperatorException;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.MaxReconciliationInterval;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.Workflow;
import io.javaoperatorsdk.operator.api.reconciler.dependent.Dependent;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

@Workflow(
    explicitInvocation = true,
    dependents = {
      // what pods read
      @Dependent(
          name = "config",
          type = ConfigMapDependent.class,
          useEventSourceWithName = ChildInformers.CONFIG_MAPS),
      @Dependent(
          name = "database-secret",
          type = DatabaseSecretDependent.class,
          useEventSourceWithName = ChildInformers.SECRETS),
      // the embedded database, beside the tiers: the API waits for it by itself
      @Dependent(
          name = "mysql-secret",
          type = MysqlSecretDependent.class,
          useEventSourceWithName = ChildInformers.SECRETS,
          reconcilePrecondition = EmbeddedDatabaseRequested.class),
      @Dependent(
          name = "mysql-service",
          type = MysqlServiceDependent.class,
          useEventSourceWithName = ChildInformers.SERVICES,
          reconcilePrecondition = EmbeddedDatabaseRequested.class),
      @Dependent(
          name = "mysql",
          type = MysqlStatefulSetDependent.class,
          useEventSourceWithName = ChildInformers.STATEFUL_SETS,
          reconcilePrecondition = EmbeddedDatabaseRequested.class,
          dependsOn = "mysql-secret"),
      // the API
      @Dependent(
          name = "api-account",
          type = ApiAccountDependent.class,
          useEventSourceWithName = ChildInformers.ACCOUNTS),
      @Dependent(
          name = "api-service",
          type = ApiServiceDependent.class,
          useEventSourceWithName = ChildInformers.SERVICES),
      @Dependent(
          name = "api",
          type = ApiDeploymentDependent.class,
          useEventSourceWithName = ChildInformers.DEPLOYMENTS,
          dependsOn = {"api-account", "database-secret"}),
      // the frontend
      @Dependent(
          name = "frontend-account",
          type = FrontendAccountDependent.class,
          useEventSourceWithName = ChildInformers.ACCOUNTS),
      @Dependent(
          name = "frontend-service",
          type = FrontendServiceDependent.class,
          useEventSourceWithName = ChildInformers.SERVICES),
      @Dependent(
          name = "frontend",
          type = FrontendDeploymentDependent.class,
          useEventSourceWithName = ChildInformers.DEPLOYMENTS,
          dependsOn = {"frontend-account", "config"})
    })
@ControllerConfiguration(
    name = Names.FIELD_MANAGER,
    informer = @Informer(comparableResourceVersions = false),
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = 10, timeUnit = TimeUnit.MINUTES))
@GradualRetry(maxAttempts = -1, initialInterval = 500, intervalMultiplier = 2, maxInterval = 30_000)
public class MessageBoardReconciler implements Reconciler<MessageBoard> {

  private final DatabaseResolver databases;
  private final Duration secretInterval;
  private final Images images;
  private final Reporter reporter;
  private final Consumer<PodEvent> podEvents;
  private final Settled settled = new Settled();

  public MessageBoardReconciler(
      KubernetesClient client,
      Settings settings,
      Clock clock,
      EventRecorder events,
      BoardMetrics metrics,
      Departures departures) {
    this.secretInterval = settings.secretInterval();
    this.databases = new DatabaseResolver(client, clock, secretInterval);
    var repositories = settings.images();
    this.images = new Images(repositories.frontend(), repositories.api(), repositories.mysql());
    this.reporter = new Reporter(clock, events, metrics);
    this.podEvents = metrics::count;
    departures.listen(settled::forget);
  }

  @Override
  public List<EventSource<?, MessageBoard>> prepareEventSources(
      EventSourceContext<MessageBoard> context) {
    return ChildInformers.of(context, podEvents);
  }

  @Override
  public UpdateControl<MessageBoard> reconcile(MessageBoard board, Context<MessageBoard> context) {
    var observer = new Observer(board, context);
    var invalid = SpecValidation.firstViolation(board.getSpec());
    var database =
        databases.resolve(
            board, observer.secret(Component.DATABASE), observer.secret(Component.MYSQL));
    var pass = new Pass(board, reporter.lastStatus(board), settled);
    var problems = invalid.isPresent() ? List.<Problem>of() : apply(database, pass, context);
    var findings =
        Findings.NONE
            .withSpec(invalid.map(MessageBoardReconciler::told))
            .withSecret(database.problem())
            .withApply(problems);
    var seen = observer.observe(database.binding(), pass.addTo(findings));
    var status = reporter.report(seen, context);
    var control = UpdateControl.<MessageBoard>noUpdate();
    return NextLook.at(board, status, secretInterval).map(control::rescheduleAfter).orElse(control);
  }

  private static Problem told(Violation wrong) {
    return new Problem("InvalidSpec", wrong.path() + " " + wrong.message());
  }

  private List<Problem> apply(Resolution database, Pass pass, Context<MessageBoard> context) {
    InputsOf.hand(new Inputs(images, database.binding(), database.passwords()), context);
    pass.hand(context);
    try {
      context.managedWorkflowAndDependentResourceContext().reconcileManagedWorkflow();
      return List.of();
    } catch (AggregatedOperatorException e) {
      return ApplyProblems.of(e.getAggregatedExceptions().values());
    }
  }
}
