package io.adfleet.local.fleet;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets only one command at a time start or stop units of a data folder. */
final class FleetLock implements AutoCloseable {

  private final FileChannel channel;

  private FleetLock(FileChannel channel) {
    this.channel = channel;
  }

  static FleetLock take(Path data) {
    try {
      FileChannel channel =
          FileChannel.open(
              Folders.create(data.resolve("run")).resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new Trouble(
            "Another command is starting or stopping the fleet of " + data + "; wait for it.");
      }
      return new FleetLock(channel);
    } catch (IOException e) {
      throw new Trouble("The folder " + data + " cannot be locked: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Trouble("The lock of the data folder cannot be released.", e);
    }
  }
}
