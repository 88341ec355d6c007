/** The probes, on the management port: started, ready, live. None of them waits for anything. */
package dev.messageboard.api.health;
