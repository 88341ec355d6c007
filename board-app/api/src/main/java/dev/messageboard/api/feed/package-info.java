/** The newest messages as an Atom feed. */
package dev.messageboard.api.feed;
