/** Every answer that is an error: RFC 9457 documents with stable types. */
package dev.messageboard.api.problem;
