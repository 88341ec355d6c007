package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The nodes, trimmed, while there is a board that counts them; nothing at all otherwise. */
public final class NodeWatch extends AbstractEventSource<Node, MessageBoard>
    implements ResourceEventAware<MessageBoard>, ResourceEventHandler<Node> {

  private static final Logger LOG = Logger.getLogger(NodeWatch.class);
  private static final long PATIENCE_SECONDS = 5;

  private final KubernetesClient client;
  private final Set<ResourceID> boards = ConcurrentHashMap.newKeySet();
  private SharedIndexInformer<Node> informer;
  private CountDownLatch answered;

  public NodeWatch(KubernetesClient client) {
    super(Node.class, "nodes");
    this.client = client;
  }

  /** Whether a tier of this board has as many pods as there are nodes. */
  static boolean isFor(MessageBoard board) {
    var spec = board.getSpec();
    return Stream.of(spec.frontend(), spec.api()).anyMatch(tier -> tier.replicasPerNode() != null);
  }

  /** Empty while nobody may tell, or has told yet. */
  Optional<List<Node>> nodes() {
    var watch = running();
    return watch.filter(SharedIndexInformer::hasSynced).map(synced -> synced.getStore().list());
  }

  @Override
  public void onResourceCreated(MessageBoard board) {
    follow(board);
  }

  @Override
  public void onResourceUpdated(MessageBoard board, MessageBoard before) {
    follow(board);
  }

  @Override
  public synchronized void onResourceDeleted(MessageBoard board) {
    boards.remove(ResourceID.fromResource(board));
    stopUnused();
  }

  private synchronized void follow(MessageBoard board) {
    if (isFor(board)) {
      boards.add(ResourceID.fromResource(board));
      startOnce();
    } else {
      onResourceDeleted(board);
    }
  }

  private void startOnce() {
    if (informer == null) {
      answered = new CountDownLatch(1);
      informer = client.nodes().runnableInformer(0);
      informer.itemStore(new TransformingItemStore<>(Trimmed::node));
      informer.addEventHandler(this);
      informer.exceptionHandler((wasStarted, cause) -> triedInVain(answered, cause));
      informer.start().thenRun(answered::countDown);
    }
  }

  /** It goes on trying: the right may be given later. */
  private static boolean triedInVain(CountDownLatch answered, Throwable cause) {
    if (answered.getCount() > 0) {
      LOG.warnf("Nodes cannot be counted: %s", cause.getMessage());
    }
    answered.countDown();
    return true;
  }

  private Optional<SharedIndexInformer<Node>> running() {
    CountDownLatch latch;
    SharedIndexInformer<Node> watch;
    synchronized (this) {
      latch = answered;
      watch = informer;
    }
    if (watch != null) {
      await(latch);
    }
    return Optional.ofNullable(watch);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopUnused() {
    if (boards.isEmpty() && informer != null) {
      informer.stop();
      informer = null;
    }
  }

  @Override
  public synchronized void stop() {
    boards.clear();
    stopUnused();
    super.stop();
  }

  @Override
  public Set<Node> getSecondaryResources(MessageBoard board) {
    return isFor(board) ? nodes().map(Set::copyOf).orElseGet(Set::of) : Set.of();
  }

  @Override
  public void onAdd(Node node) {
    wake();
  }

  @Override
  public void onUpdate(Node before, Node after) {
    if (isNews(before, after)) {
      wake();
    }
  }

  /** A heartbeat changes nothing that is kept; the node that comes with it is whole. */
  static boolean isNews(Node kept, Node whole) {
    var seen = Trimmed.node(whole);
    return !kept.getSpec().equals(seen.getSpec())
        || !kept.getMetadata().getLabels().equals(seen.getMetadata().getLabels());
  }

  @Override
  public void onDelete(Node node, boolean isStateUnknown) {
    wake();
  }

  private void wake() {
    boards.forEach(board -> getEventHandler().handleEvent(new Event(board)));
  }
}
