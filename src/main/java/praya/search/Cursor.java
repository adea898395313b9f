package praya.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import praya.domain.Problem;
import praya.search.SearchQuery.Sort;

/**
 * Where a page ended: the sort values of its last hit, so that the next page begins behind them
 * even if the index has changed meanwhile, and a hash of the question, so that nobody continues
 * another one. Opaque to callers.
 */
final class Cursor {
  /** Of this layout; a cursor from before a change is refused, not misread. */
  private static final byte VERSION = 1;

  private Cursor() {}

  static String write(SearchQuery query, Sort order, FieldDoc last) {
    BytesRef slug = (BytesRef) last.fields[1];
    ByteBuffer key = key(order, last.fields[0]);
    ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES + 2 + key.remaining() + slug.length);
    bytes.put(VERSION).putLong(hash(query));
    bytes.putShort((short) key.remaining()).put(key);
    bytes.put(slug.bytes, slug.offset, slug.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static ByteBuffer key(Sort order, Object value) {
    return switch (order) {
      case RELEVANCE -> ByteBuffer.allocate(Float.BYTES).putFloat((Float) value).flip();
      case NEWEST, CONFIRMED -> ByteBuffer.allocate(Long.BYTES).putLong((Long) value).flip();
      case NAME, STROKE, PINYIN -> {
        BytesRef name = (BytesRef) value;
        yield ByteBuffer.wrap(name.bytes, name.offset, name.length).slice();
      }
    };
  }

  static FieldDoc read(String cursor, SearchQuery query, Sort order) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.get() != VERSION || bytes.getLong() != hash(query)) {
        throw broken(cursor);
      }
      ByteBuffer key = bytes.slice(bytes.position() + 2, bytes.getShort());
      bytes.position(bytes.position() + key.remaining());
      Object value =
          switch (order) {
            case RELEVANCE -> score(key.getFloat());
            case NEWEST, CONFIRMED -> key.getLong();
            case NAME, STROKE, PINYIN -> rest(key);
          };
      // The slug decides alone, so the number of the document must not: it is beyond them all.
      return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, rest(bytes)});
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | BufferUnderflowException unreadable) {
      throw broken(cursor);
    }
  }

  private static Float score(float score) {
    if (!Float.isFinite(score)) {
      throw new IllegalArgumentException("no score");
    }
    return score;
  }

  private static BytesRef rest(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new BytesRef(bytes);
  }

  private static Problem.Malformed broken(String cursor) {
    return new Problem.Malformed(
        "cursor",
        cursor,
        "The cursor ("
            + (cursor.length() > 40 ? cursor.substring(0, 40) + "…" : cursor)
            + ") does not belong to this query. Maybe start again without a cursor.");
  }

  /** FNV-1a over everything that decides which hits there are and in what order. */
  private static long hash(SearchQuery query) {
    StringBuilder all = new StringBuilder(query.text()).append('\u0000').append(query.sort());
    query
        .filters()
        .chosen()
        .forEach((facet, codes) -> all.append('\u0000').append(facet).append(codes));
    long hash = 0xcbf29ce484222325L;
    for (byte b : all.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
