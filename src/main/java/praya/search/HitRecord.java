package praya.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
      UUID id = new UUID(in.readLong(), in.readLong());
      String slug = read(in);
      int count = in.readUnsignedShort();
      List<Text> texts = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        texts.add(new Text(SOURCES[in.readByte()], read(in)));
      }
      return new HitRecord(id, slug, texts);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static final Source[] SOURCES = Source.values();

  private static String read(DataInputStream in) throws IOException {
    byte[] utf8 = in.readNBytes(in.readInt());
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
