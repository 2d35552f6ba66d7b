package io.adfleet.local.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One broker that is its own controller: the main class of the Kafka process. Its quorum is fixed
 * by configuration, so that the same data can be served on other ports later.
 */
public final class KafkaNode {

  private KafkaNode() {}

  /** Takes the port, the controller's port and the data folder. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    int controllerPort = Integer.parseInt(arguments[1]);
    String folder = arguments[2];
    format(folder);
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(settings(port, controllerPort, folder), false), Time.SYSTEM);
    try {
      server.startup();
    } catch (Throwable failed) {
      // A broker whose port is taken leaves threads behind that would keep the process alive.
      System.err.println("the broker cannot start: " + failed);
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
    server.awaitShutdown();
  }

  private static void format(String folder) throws Exception {
    Path path = Files.createDirectories(Path.of(folder));
    if (Files.exists(path.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setMetadataLogDirectory(folder)
        .addDirectory(folder)
        .setControllerListenerName("CONTROLLER")
        .setHasDynamicQuorum(false)
        .run();
  }

  private static Properties settings(int port, int controllerPort, String folder) {
    String broker = "127.0.0.1:" + port;
    String controller = "127.0.0.1:" + controllerPort;
    Properties settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", "1");
    settings.setProperty("log.dirs", folder);
    settings.setProperty("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
    settings.setProperty("advertised.listeners", "PLAINTEXT://" + broker);
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("controller.quorum.voters", "1@" + controller);
    settings.putAll(brokerSettings());
    return settings;
  }

  /** What holds wherever it runs. */
  static Map<String, String> brokerSettings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("log.retention.check.interval.ms", "60000");
    for (String internal : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.put(internal + ".replication.factor", "1");
      settings.put(internal + ".num.partitions", "3");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "3");
    return settings;
  }
}
