package dev.messageboard.operator.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A word for a desired object: the same in every process, another one for every other object. Each
 * Secret of ours holds random bytes, so that nobody can guess the rest of it from this.
 */
final class Digest {

  private static final int BYTES = 8;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Digest() {}

  static String of(HasMetadata desired) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(desired));
      return HexFormat.of().formatHex(sha, 0, BYTES);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every object of ours is JSON, every Java has SHA-256", e);
    }
  }
}
