package io.adfleet.sandbox.world;

/** A world that cannot be served; its message is one sentence that says where and why. */
public final class WorldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A sentence about the world as a whole. */
  public WorldException(String sentence) {
    super(sentence);
  }

  /** A sentence about one cell: file, line, column, reason. */
  static WorldException at(String file, long line, String column, String reason) {
    return new WorldException(file + ", line " + line + ", column " + column + ": " + reason + ".");
  }

  /** A sentence about one line: file, line, reason. */
  static WorldException at(String file, long line, String reason) {
    return new WorldException(file + ", line " + line + ": " + reason + ".");
  }
}
