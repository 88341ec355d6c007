package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who reaches an AWS load balancer. */
public enum LoadBalancerScheme {
  @JsonProperty("internet-facing")
  INTERNET_FACING("internet-facing"),
  @JsonProperty("internal")
  INTERNAL("internal");

  private final String text;

  LoadBalancerScheme(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
