/** Logging in to RDS with tokens of the pod's AWS identity, in the place of a password. */
package dev.messageboard.api.database.iam;
