package io.adfleet.local.parts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

  @TempDir Path folder;

  private Path world(String name, String accounts) throws IOException {
    Path world = Files.createDirectories(folder.resolve(name));
    Files.writeString(world.resolve("accounts.csv"), accounts);
    Files.writeString(world.resolve("notes.txt"), name);
    return world;
  }

  private World asked(Path world) {
    return new World(
        Settings.of(
            Map.of(
                "ADFLEET_ROOT", folder.toString(),
                "DATA", folder.resolve("data").toString(),
                "WORLD", world.toString())));
  }

  @Test
  void tellsWorldsApartByTheirFilesAlone() throws IOException {
    assertEquals(World.hash(world("one", "a")), World.hash(world("same", "a")));
    assertNotEquals(World.hash(world("one", "a")), World.hash(world("other", "b")));
  }

  @Test
  void refusesAnotherWorldOnceOneIsServed() throws IOException {
    Path one = world("one", "a");
    asked(one).ensure();
    asked(one).accept();
    assertDoesNotThrow(() -> asked(world("same", "a")).check());
    Path other = world("other", "b");
    Trouble trouble = assertThrows(Trouble.class, () -> asked(other).check());
    String sentence = String.valueOf(trouble.getMessage());
    assertTrue(sentence.contains(one.toString()), sentence);
    assertTrue(sentence.contains(other.toString()), sentence);
    assertTrue(sentence.contains("make reset"), sentence);
  }

  @Test
  void takesAnotherWorldWhileNoneWasServedYet() throws IOException {
    asked(world("broken", "x")).ensure();
    World mended = asked(world("mended", "y"));
    mended.ensure();
    assertEquals("y", Files.readString(mended.folder().resolve("accounts.csv")));
  }

  @Test
  void namesAFolderThatIsNoWorld() {
    Trouble trouble = assertThrows(Trouble.class, () -> asked(folder.resolve("nowhere")).ensure());
    assertTrue(String.valueOf(trouble.getMessage()).contains("accounts.csv"));
  }
}
