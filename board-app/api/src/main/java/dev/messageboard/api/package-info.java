/**
 * The board's REST service: {@code message} (post, list, read, delete) over {@code database}
 * (schema and failures of MySQL), with {@code problem} for every answer that is an error and {@code
 * health} for the probes.
 */
package dev.messageboard.api;
