/** What a text may hold, and in which one form it is kept. */
package dev.messageboard.api.text;
