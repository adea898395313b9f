package praya.search;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.search.text.Grams;
import praya.search.text.Word;

/** The needs and offers of an organisation as they are suggested: by any word of their titles. */
final class Wishes {
  private final List<Wish> all;

  private Wishes(List<Wish> all) {
    this.all = all;
  }

  /**
   * One of them.
   *
   * @param id of the need or offer
   */
  record Wish(Side side, String id, LocalText title) {
    List<String> titles() {
      List<String> titles = new ArrayList<>();
      add(title.en(), titles);
      add(title.zhHant(), titles);
      add(title.zhHans(), titles);
      return titles;
    }

    private static void add(@Nullable String text, List<String> titles) {
      if (text != null && !text.isBlank() && !titles.contains(text)) {
        titles.add(text);
      }
    }

    /** The title that has what was typed; null if none has. */
    @Nullable String matched(String term) {
      for (String text : titles()) {
        if (Grams.tails(Word.of(text)).contains(term.substring(1))) {
          return text;
        }
      }
      return null;
    }
  }

  static Wishes of(Sheet sheet) {
    return new Wishes(
        Stream.concat(sheet.needs().stream(), sheet.offers().stream()).map(Wishes::wish).toList());
  }

  private static Wish wish(Exchange exchange) {
    return new Wish(exchange.side(), exchange.id(), exchange.content().wording().title());
  }

  List<Wish> all() {
    return all;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** What the titles begin with, each from each of its words on, with the side before it. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (Wish wish : all) {
      for (String text : wish.titles()) {
        Grams.tails(Word.of(text)).forEach(tail -> keys.add(sign(wish.side()) + tail));
      }
    }
    return keys;
  }

  static char sign(Side side) {
    return side == Side.NEED ? 'n' : 'o';
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(all.size());
      for (Wish wish : all) {
        out.writeChar(sign(wish.side()));
        out.writeUTF(wish.id());
        for (String text :
            new String[] {wish.title().en(), wish.title().zhHant(), wish.title().zhHans()}) {
          out.writeUTF(text == null ? "" : text);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Wishes of(BytesRef bytes) {
    var source = new java.io.ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length);
    try (DataInputStream in = new DataInputStream(source)) {
      int count = in.readInt();
      List<Wish> all = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        Side side = in.readChar() == sign(Side.NEED) ? Side.NEED : Side.OFFER;
        String id = in.readUTF();
        all.add(new Wish(side, id, new LocalText(read(in), read(in), read(in))));
      }
      return new Wishes(all);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : text;
  }
}
