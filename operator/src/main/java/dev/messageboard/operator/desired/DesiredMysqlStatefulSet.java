package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.EmbeddedDatabaseSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Map;

public final class DesiredMysqlStatefulSet {

  /** What goes with the board is the board's: a StatefulSet may be lost and is made anew. */
  private static final String WHATEVER_BECOMES_OF_IT = "Retain";

  /** An ordered one waits for a pod with a wrong image for ever, even after it was corrected. */
  private static final String ENDS_PODS_THAT_NEVER_STARTED = "Parallel";

  private DesiredMysqlStatefulSet() {}

  public static StatefulSet of(MessageBoard board, Inputs inputs, EmbeddedPasswords passwords) {
    var spec = board.getSpec().database().embedded();
    return new StatefulSetBuilder()
        .withMetadata(Child.of(board, Component.MYSQL))
        .withNewSpec()
        .withReplicas(1)
        .withServiceName(Names.of(board, Component.MYSQL))
        .withRevisionHistoryLimit(5)
        .withPodManagementPolicy(ENDS_PODS_THAT_NEVER_STARTED)
        .withNewSelector()
        .withMatchLabels(Labels.selector(board, Component.MYSQL))
        .endSelector()
        .withNewPersistentVolumeClaimRetentionPolicy()
        .withWhenDeleted(WHATEVER_BECOMES_OF_IT)
        .withWhenScaled(WHATEVER_BECOMES_OF_IT)
        .endPersistentVolumeClaimRetentionPolicy()
        .withTemplate(MysqlPod.of(board, spec, inputs.images(), passwords))
        .withVolumeClaimTemplates(volume(board, spec))
        .endSpec()
        .build();
  }

  /** The list of these is atomic: what the API server would add has to be written out. */
  private static PersistentVolumeClaim volume(MessageBoard board, EmbeddedDatabaseSpec spec) {
    var storageClass = spec.storageClassName();
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(Names.DATA)
        .withLabels(Labels.lasting(board, Component.MYSQL))
        .endMetadata()
        .withNewSpec()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(storageClass == null || storageClass.isEmpty() ? null : storageClass)
        .withVolumeMode("Filesystem")
        .withNewResources()
        .withRequests(Map.of("storage", canonical(spec.storage())))
        .endResources()
        .endSpec()
        .build();
  }

  /** 1024Mi comes back from the API server as 1Gi. */
  private static Quantity canonical(String storage) {
    var units = List.of("Mi", "Gi", "Ti", "Pi");
    long amount = Quantity.getAmountInBytes(new Quantity(storage)).longValueExact() >> 20;
    int unit = 0;
    while (amount % 1024 == 0 && unit < units.size() - 1) {
      amount /= 1024;
      unit++;
    }
    return new Quantity(amount + units.get(unit));
  }
}
