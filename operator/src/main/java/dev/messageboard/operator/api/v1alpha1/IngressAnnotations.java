package dev.messageboard.operator.api.v1alpha1;

/**
 * Which annotations of an Ingress a board may set. Controllers trust some of them as much as their
 * own configuration: a snippet of nginx.conf reads every Secret of the cluster.
 */
final class IngressAnnotations {

  static final String ALLOWED_KEYS =
      "!has(self.annotations) || self.annotations.all(key,"
          + " (key.startsWith('alb.ingress.kubernetes.io/') && key != 'alb.ingress.kubernetes.io/group.name')"
          + " || key.startsWith('external-dns.alpha.kubernetes.io/')"
          + " || key.startsWith('cert-manager.io/')"
          + " || key in ['nginx.ingress.kubernetes.io/proxy-body-size',"
          + " 'nginx.ingress.kubernetes.io/proxy-read-timeout',"
          + " 'nginx.ingress.kubernetes.io/proxy-send-timeout',"
          + " 'nginx.ingress.kubernetes.io/ssl-redirect',"
          + " 'nginx.ingress.kubernetes.io/force-ssl-redirect',"
          + " 'nginx.ingress.kubernetes.io/limit-rps',"
          + " 'nginx.ingress.kubernetes.io/limit-connections',"
          + " 'nginx.ingress.kubernetes.io/whitelist-source-range'])";
  static final String ALLOWED_KEYS_MESSAGE =
      "ingress.annotations takes alb.ingress.kubernetes.io/* (for group.name set ingress.aws.groupName),"
          + " external-dns.alpha.kubernetes.io/*, cert-manager.io/*, and of nginx.ingress.kubernetes.io"
          + " proxy-body-size, proxy-read-timeout, proxy-send-timeout, ssl-redirect, force-ssl-redirect,"
          + " limit-rps, limit-connections and whitelist-source-range";

  static final String PLAIN_VALUES =
      "!has(self.annotations) || self.annotations.all(key, key.startsWith('alb.ingress.kubernetes.io/')"
          + " || !self.annotations[key].matches('[\"\\'`{}]'))";
  static final String PLAIN_VALUES_MESSAGE =
      "ingress.annotations: only values of alb.ingress.kubernetes.io/ may hold quotes and braces";

  private IngressAnnotations() {}
}
