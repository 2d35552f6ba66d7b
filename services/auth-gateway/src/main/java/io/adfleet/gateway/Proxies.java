package io.adfleet.gateway;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule of whose address a request comes from. Each proxy adds whom it was asked by at the end
 * of {@code X-Forwarded-For}, behind whatever the client itself wrote; so the last address that is
 * none of our proxies' is the client's, and nothing before it is believed.
 */
record Proxies(List<CidrAddress> trusted) {

  private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)](?::\\d+)?|([^:]+):\\d+");

  /** From addresses and ranges as an operator writes them. */
  static Proxies of(List<String> written) {
    List<CidrAddress> trusted = new ArrayList<>();
    for (String one : written) {
      CidrAddress range = range(one.strip());
      if (range == null) {
        throw new IllegalArgumentException(
            "TRUSTED_PROXIES: "
                + one
                + " is neither an address nor a range; write 10.0.0.7 or 10.0.0.0/8.");
      }
      trusted.add(range);
    }
    return new Proxies(trusted);
  }

  /**
   * The client's address.
   *
   * @param peer who holds the other end of the connection
   * @param forwardedFor the lines of the header, as they came
   */
  String client(String peer, List<String> forwardedFor) {
    String[] hops = String.join(",", forwardedFor).split(",");
    String client = peer;
    for (int i = hops.length - 1; i >= 0 && trusts(client); i--) {
      String hop = withoutPort(hops[i].strip());
      if (hop.isEmpty()) {
        break;
      }
      client = hop;
    }
    return client;
  }

  private boolean trusts(String address) {
    InetAddress parsed = Inet.parseInetAddress(address);
    return parsed != null && trusted.stream().anyMatch(range -> range.matches(parsed));
  }

  private static @Nullable CidrAddress range(String text) {
    InetAddress single = Inet.parseInetAddress(text);
    return single == null
        ? Inet.parseCidrAddress(text)
        : CidrAddress.create(single, single.getAddress().length * Byte.SIZE);
  }

  private static String withoutPort(String hop) {
    Matcher matcher = WITH_PORT.matcher(hop);
    if (!matcher.matches()) {
      return hop;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
