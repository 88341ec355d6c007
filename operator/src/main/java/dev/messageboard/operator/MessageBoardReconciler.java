package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.*;
import dev.messageboard.operator.desired.*;
import dev.messageboard.operator.platform.*;
import dev.messageboard.operator.status.*;
import dev.messageboard.operator.validation.*;
import dev.messageboard.operator.workflow.*;
import dev.messageboard.operator.workflow.condition.*;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.*;
import io.javaoperatorsdk.operator.api.reconciler.dependent.Dependent;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Workflow(
    explicitInvocation = true,
    dependents = {
      // what pods read
      @Dependent(name = "config", type = ConfigMapDependent.class),
      @Dependent(name = "keys-secret", type = KeysSecretDependent.class),
      @Dependent(name = "database-secret", type = DatabaseSecretDependent.class),
      // the embedded database, beside the tiers: the API waits for it by itself
      @Dependent(
          name = "mysql-secret",
          type = MysqlSecretDependent.class,
          reconcilePrecondition = EmbeddedDatabaseRequested.class),
      @Dependent(
          name = "mysql-service",
          type = MysqlServiceDependent.class,
          reconcilePrecondition = EmbeddedDatabaseRequested.class),
      @Dependent(
          name = "mysql-network-policy",
          type = MysqlNetworkPolicyDependent.class,
          reconcilePrecondition = EmbeddedDatabaseConfined.class),
      @Dependent(
          name = "mysql",
          type = MysqlStatefulSetDependent.class,
          reconcilePrecondition = EmbeddedDatabaseRequested.class,
          dependsOn = "mysql-secret"),
      // the API
      @Dependent(name = "api-account", type = ApiAccountDependent.class),
      @Dependent(
          name = "migration",
          type = MigrationJobDependent.class,
          dependsOn = {"api-account", "database-secret"}),
      @Dependent(name = "api-service", type = ApiServiceDependent.class),
      @Dependent(
          name = "api-network-policy",
          type = ApiNetworkPolicyDependent.class,
          reconcilePrecondition = NetworkPolicyEnabled.class),
      @Dependent(
          name = "api-disruption-budget",
          type = ApiDisruptionBudgetDependent.class,
          reconcilePrecondition = SeveralApiPodsWanted.class),
      @Dependent(name = "api-autoscaler", type = ApiAutoscalerDependent.class),
      @Dependent(
          name = "api",
          type = ApiDeploymentDependent.class,
          dependsOn = {
            "api-account",
            "config",
            "keys-secret",
            "database-secret",
            "api-autoscaler"
          }),
      // the frontend
      @Dependent(name = "frontend-account", type = FrontendAccountDependent.class),
      @Dependent(name = "frontend-service", type = FrontendServiceDependent.class),
      @Dependent(
          name = "frontend-network-policy",
          type = FrontendNetworkPolicyDependent.class,
          reconcilePrecondition = NetworkPolicyEnabled.class),
      @Dependent(
          name = "frontend-disruption-budget",
          type = FrontendDisruptionBudgetDependent.class,
          reconcilePrecondition = SeveralFrontendPodsWanted.class),
      @Dependent(name = "frontend-autoscaler", type = FrontendAutoscalerDependent.class),
      @Dependent(
          name = "frontend",
          type = FrontendDeploymentDependent.class,
          dependsOn = {"frontend-account", "config", "frontend-autoscaler"}),
      // the way in
      @Dependent(
          name = "ingress",
          type = IngressDependent.class,
          reconcilePrecondition = IngressRequested.class),
      // of kinds that the cluster may not know
      @Dependent(
          name = "http-route",
          type = HttpRouteDependent.class,
          activationCondition = HttpRouteServed.class),
      @Dependent(
          name = "service-monitor",
          type = ServiceMonitorDependent.class,
          activationCondition = ServiceMonitorServed.class),
      @Dependent(
          name = "prometheus-rule",
          type = PrometheusRuleDependent.class,
          activationCondition = PrometheusRuleServed.class)
    })
@ControllerConfiguration(
    name = Names.FIELD_MANAGER,
    informer = @Informer(comparableResourceVersions = false),
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = 10, timeUnit = TimeUnit.MINUTES))
@GradualRetry(maxAttempts = -1, initialInterval = 500, intervalMultiplier = 2, maxInterval = 30_000)
public class MessageBoardReconciler implements Reconciler<MessageBoard> {

  private final DatabaseResolver databases;
  private final SecretReader secrets;
  private final SimpleInboundEventSource<MessageBoard> databaseNews =
      new SimpleInboundEventSource<>("database-checks");
  private final Installation installation;
  private final ServedApis apis;
  private final Reporter reporter;
  private final PodEvents podEvents;
  private final Election election;
  private final Settled settled = new Settled();

  public MessageBoardReconciler(
      KubernetesClient client,
      Settings settings,
      Clock clock,
      EventRecorder events,
      BoardMetrics metrics,
      PodEvents podEvents,
      Election election,
      Departures departures) {
    this.installation = ThisInstallation.of(settings, client.getNamespace());
    var named = new NamedObjects(client, clock);
    this.secrets = new SecretReader(named);
    this.databases =
        DatabaseResolver.onMySql(
            client, named, clock, installation.images(), databaseNews::propagateEvent);
    this.apis = new ServedApis(client, clock, settings.apiInterval());
    this.reporter = new Reporter(client, clock, events, metrics);
    this.podEvents = podEvents;
    this.election = election;
    departures.listen(settled::forget);
    departures.listen(databases::forget);
  }

  @Override
  public List<EventSource<?, MessageBoard>> prepareEventSources(
      EventSourceContext<MessageBoard> context) {
    return ChildInformers.of(
        context,
        podEvents,
        List.of(
            databaseNews,
            WatchedSecrets.of(context, databases::forget),
            new DeletedBoards(context.getPrimaryCache(), databases.reclaim(), reporter, election)));
  }

  @Override
  public UpdateControl<MessageBoard> reconcile(MessageBoard board, Context<MessageBoard> context) {
    var last = reporter.lastStatus(board);
    var pass = new Pass(board, last, settled);
    var observer = new Observer(board, context, settled);
    var look = Look.at(board, observer, last, databases, secrets, installation, apis);
    var invalid = SpecValidation.firstViolation(board.getSpec());
    var problems = invalid.isPresent() ? List.<Problem>of() : apply(look.inputs(), pass, context);
    var findings =
        Findings.NONE.withSpec(invalid.map(MessageBoardReconciler::told)).withApply(problems);
    var seen = look.observe(pass.addTo(findings));
    var status = reporter.report(seen, context);
    var control = UpdateControl.<MessageBoard>noUpdate();
    return reporter
        .due(board)
        .or(() -> NextLook.after(board, status, databases, secrets))
        .map(control::rescheduleAfter)
        .orElse(control);
  }

  private static Problem told(Violation wrong) {
    return new Problem("InvalidSpec", wrong.path() + " " + wrong.message());
  }

  private List<Problem> apply(Inputs inputs, Pass pass, Context<MessageBoard> context) {
    InputsOf.hand(inputs, context);
    pass.hand(context);
    var workflow = context.managedWorkflowAndDependentResourceContext();
    return ApplyProblems.of(workflow::reconcileManagedWorkflow);
  }

  /** After what nobody foresaw: the framework tries again, ever more seldom. */
  @Override
  public ErrorStatusUpdateControl<MessageBoard> updateErrorStatus(
      MessageBoard board, Context<MessageBoard> context, Exception failure) {
    reporter.reportFailure(board, failure, context);
    return ErrorStatusUpdateControl.defaultErrorProcessing();
  }
}
