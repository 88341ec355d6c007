/** The edges to the outside: settings, decoding, leader election, liveness. */
package dev.messageboard.operator.platform;
