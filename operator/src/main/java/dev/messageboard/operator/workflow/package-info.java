/** In: desired objects. Out: the same objects in the cluster, and what the cluster made of them. */
package dev.messageboard.operator.workflow;
