package io.adfleet.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.adfleet.contracts.Topic;
import io.adfleet.local.services.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whom the list of topics calls its hearers, against the channels of the services. */
class HearersTest {

  private static final Pattern CHANNEL =
      Pattern.compile(
          "mp\\.messaging\\.incoming\\.[^.]+\\.topic=\\$\\{adfleet\\.topics\\.prefix:}(.+)");

  private static final DeclaredSettings DECLARED =
      new DeclaredSettings(Path.of(System.getProperty("adfleet.root")));

  @Test
  void everyTopicNamesThoseWhoHearIt() throws IOException {
    Map<String, Set<String>> hearers = new HashMap<>();
    for (ServiceKind kind : ServiceKind.values()) {
      for (String topic : heardBy(kind)) {
        hearers.computeIfAbsent(topic, name -> new TreeSet<>()).add(kind.serviceName());
      }
    }
    for (Topic topic : Topic.values()) {
      if (topic.used()) {
        assertEquals(
            hearers.getOrDefault(topic.topicName(), Set.of()), named(topic), topic.topicName());
      }
    }
  }

  private static List<String> heardBy(ServiceKind kind) throws IOException {
    List<Path> files = new ArrayList<>(List.of(DECLARED.properties(kind)));
    if (DECLARED.users("ingest-kit").contains(kind.serviceName())) {
      files.add(DECLARED.properties("ingest-kit"));
    }
    List<String> topics = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        Matcher channel = CHANNEL.matcher(line);
        if (channel.matches()) {
          String platform = kind.serviceName().replace("ingest-", "");
          topics.add(channel.group(1).replace("${adfleet.ingest.platform}", platform));
        }
      }
    }
    return topics;
  }

  private static Set<String> named(Topic topic) {
    Set<String> named = new TreeSet<>();
    for (String hearer : topic.heardBy().split(", ")) {
      switch (hearer) {
        case "ingest-*" -> named.addAll(Set.of("ingest-google", "ingest-meta"));
        case "every auth-gateway replica" -> named.add("auth-gateway");
        case "other teams" -> {
          // They are not in this house.
        }
        default -> named.add(hearer);
      }
    }
    return named;
  }
}
