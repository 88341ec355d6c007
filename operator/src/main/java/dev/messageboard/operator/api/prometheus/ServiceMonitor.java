package dev.messageboard.operator.api.prometheus;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** As the Prometheus operator defines it; its spec as it is written. */
@Group("monitoring.coreos.com")
@Version("v1")
public class ServiceMonitor extends CustomResource<Map<String, Object>, Void>
    implements Namespaced {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected Map<String, Object> initSpec() {
    return new LinkedHashMap<>();
  }

  @Override
  protected Void initStatus() {
    return null;
  }
}
