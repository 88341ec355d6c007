/** Stand-ins for what a login by IAM meets at AWS: who gives credentials, and RDS itself. */
package dev.messageboard.api.aws;
