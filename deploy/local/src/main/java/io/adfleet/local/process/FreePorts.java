package io.adfleet.local.process;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class FreePorts {

  /** The kernel hands out ports from here on to outgoing connections, so nothing listens there. */
  public static final int EPHEMERAL = 32768;

  private static final int LOWEST = 20000;
  private static final int ATTEMPTS = 500;

  private FreePorts() {}

  /** That many different free ports below the kernel's own range. */
  public static int[] pick(int count) {
    Set<Integer> ports = new TreeSet<>();
    for (int i = 0; i < ATTEMPTS && ports.size() < count; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL);
      if (isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new Trouble("No free ports were found between " + LOWEST + " and " + EPHEMERAL + ".");
    }
    return ports.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a server could listen there. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
