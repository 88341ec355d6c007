/** What has to go in time: old messages, tombstones, and everything that tells clients apart. */
package dev.messageboard.api.upkeep;
