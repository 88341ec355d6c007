/** The board's REST service. */
package dev.messageboard.api;
