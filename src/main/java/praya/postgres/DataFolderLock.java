package praya.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The claim of one server on a data folder. The operating system takes it back when the process
 * ends in whatever way, so it never has to be cleared by hand.
 *
 * <p>Linux drops such a lock as soon as the process closes <em>any</em> channel to the file.
 * Therefore no other code may open {@code lock}, and a second claim from the same process is
 * refused before the file is touched.
 */
final class DataFolderLock implements AutoCloseable {

  private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  /** More than the digits of any process id. */
  private static final int PID_BYTES = 20;

  private final Path folder;
  private final FileChannel channel;

  private DataFolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @param folder as {@link Path#toRealPath} gives it, so that two names of a folder are one
   */
  static DataFolderLock acquire(Path folder) throws IOException {
    long pid = ProcessHandle.current().pid();
    if (!HELD_BY_THIS_PROCESS.add(folder)) {
      throw new DataFolderInUse(folder, OptionalLong.of(pid));
    }
    FileChannel channel = null;
    boolean acquired = false;
    try {
      channel =
          FileChannel.open(
              folder.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new DataFolderInUse(folder, readPid(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(pid).getBytes(US_ASCII)), 0);
      acquired = true;
      return new DataFolderLock(folder, channel);
    } finally {
      if (!acquired) {
        HELD_BY_THIS_PROCESS.remove(folder);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_BY_THIS_PROCESS.remove(folder);
    }
  }

  /** Empty in the moment between the other process's lock and its writing of the id. */
  private static OptionalLong readPid(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(PID_BYTES);
    channel.read(buffer, 0);
    String text = new String(buffer.array(), 0, buffer.position(), US_ASCII);
    return text.matches("\\d+") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
