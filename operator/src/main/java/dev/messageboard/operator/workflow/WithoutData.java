package dev.messageboard.operator.workflow;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;

/** Remembers that a Secret is there, and nothing of what it holds. */
final class WithoutData extends BasicItemStore<Secret> {

  WithoutData() {
    super(Cache::metaNamespaceKeyFunc);
  }

  @Override
  public Secret put(String key, Secret secret) {
    return super.put(key, secret.edit().withData(null).build());
  }
}
