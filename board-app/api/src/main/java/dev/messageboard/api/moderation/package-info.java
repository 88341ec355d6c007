/**
 * What moderators set: words that hold a message back, clients that may not post, and the audit.
 */
package dev.messageboard.api.moderation;
