package praya.search;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/**
 * What the index keeps of an organisation beside its words: who it is and the texts to mark words
 * in. Kept as a column, not as a stored field: reading a hit then unpacks no block of neighbours.
 */
record HitRecord(UUID id, String slug, List<Text> texts) {

  private static final Source[] SOURCES = Source.values();

  /** A text as it was given. */
  record Text(Source source, String text) {}

  @SuppressWarnings("EnumOrdinal") // a changed order is a changed layout, see IndexFolder.SCHEMA
  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
      write(out, slug);
      out.writeShort(texts.size());
      for (Text text : texts) {
        out.writeByte(text.source().ordinal());
        write(out, text.text());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static HitRecord of(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    UUID id = new UUID(in.getLong(), in.getLong());
    String slug = read(in);
    int count = in.getShort();
    List<Text> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(new Text(SOURCES[in.get()], read(in)));
    }
    return new HitRecord(id, slug, texts);
  }

  /** Who it is; no texts. */
  static HitRecord withoutTexts(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new HitRecord(new UUID(in.getLong(), in.getLong()), read(in), List.of());
  }

  private static String read(ByteBuffer in) {
    int length = in.getInt();
    int from = in.position();
    in.position(from + length);
    return new String(in.array(), in.arrayOffset() + from, length, StandardCharsets.UTF_8);
  }
}
