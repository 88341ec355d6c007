package dev.messageboard.operator.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;

/** A value that is of no kind that its field can hold counts as absent. */
final class Unreadable extends DeserializationProblemHandler {

  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType target,
      JsonToken token,
      JsonParser parser,
      String message)
      throws IOException {
    parser.skipChildren();
    return absent(target.getRawClass());
  }

  @Override
  public Object handleWeirdStringValue(
      DeserializationContext context, Class<?> target, String value, String message) {
    return absent(target);
  }

  @Override
  public Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> target, Number value, String message) {
    return absent(target);
  }

  @Override
  public Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> target,
      ValueInstantiator instantiator,
      JsonParser parser,
      String message)
      throws IOException {
    parser.skipChildren();
    return absent(target);
  }

  private static Object absent(Class<?> target) {
    if (target == boolean.class) {
      return false;
    }
    return target == int.class ? (Object) 0 : target == long.class ? (Object) 0L : null;
  }
}
