/** What the operator writes for the Prometheus operator, where there is one. */
package dev.messageboard.operator.api.prometheus;
