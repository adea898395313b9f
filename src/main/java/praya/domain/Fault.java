package praya.domain;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param field the field or parameter, in the words of the caller; a line number may stand before
 * @param value the value as given, cut to 120 characters; null when it is missing
 * @param message what is wrong and what would be right, a full sentence
 */
public record Fault(String field, @Nullable String value, String message) {
  /** Enough to recognise a value, too little to fill a log. */
  private static final int VALUE_LIMIT = 120;

  public Fault {
    if (value != null && value.length() > VALUE_LIMIT) {
      int end =
          Character.isHighSurrogate(value.charAt(VALUE_LIMIT - 1)) ? VALUE_LIMIT - 1 : VALUE_LIMIT;
      value = value.substring(0, end) + "…";
    }
  }
}
