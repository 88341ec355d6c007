/** What people write and read: the MessageBoard as records; imports nothing of ours. */
package dev.messageboard.operator.api.v1alpha1;
