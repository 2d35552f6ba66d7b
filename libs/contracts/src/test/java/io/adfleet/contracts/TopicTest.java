package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void everyNameIsOfTheHouseAndStandsOnce() {
    Set<String> names = new HashSet<>();
    for (Topic topic : Topic.values()) {
      assertTrue(topic.topicName().matches("adfleet\\.[a-z]+\\.[a-z-]+\\.v1"), topic.topicName());
      assertTrue(names.add(topic.topicName()), topic.topicName());
    }
  }

  @Test
  void aTopicThatIsSaidHasATypeWithASchema() {
    for (Topic topic : Topic.values()) {
      assertTrue(!topic.used() || !topic.types().isEmpty(), topic.topicName());
      for (String type : topic.types()) {
        assertTrue(TopicTest.class.getResource("/schemas/" + type + ".json") != null, type);
      }
    }
  }

  @Test
  void onlyTopicsOfStateAreCompacted() {
    assertEquals("compact,delete", Topic.DAILY.config().get("cleanup.policy"));
    assertEquals("34560000000", Topic.DAILY.config().get("retention.ms"));
    assertEquals("compact", Topic.COVERAGE.config().get("cleanup.policy"));
    assertFalse(Topic.COVERAGE.config().containsKey("retention.ms"));
    assertEquals("delete", Topic.READINGS.config().get("cleanup.policy"));
    assertEquals("604800000", Topic.READINGS.config().get("retention.ms"));
  }

  @Test
  void aKeyHasTheFieldsItIsDeclaredWith() {
    assertEquals("a|b", Topic.ACCOUNTS.keyOf("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> Topic.ACCOUNTS.keyOf("a"));
  }

  @Test
  void theDocumentationSaysWhatTheCodeSays() throws IOException {
    Path page = Path.of(System.getProperty("adfleet.root"), "docs", "topics.md");
    if (Boolean.getBoolean("adfleet.docs.write")) {
      Files.writeString(page, TopicCatalogue.markdown());
    }
    assertEquals(TopicCatalogue.markdown(), Files.readString(page));
  }
}
