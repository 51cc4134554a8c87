package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table();

  @Test
  void keepsATerminalFromObeyingAName() {
    table.row("a\u001B[2Jb", "\u202Ec", "d\u2028e");
    assertEquals(List.of("a?[2Jb  ?c  d?e"), table.lines());
  }

  @Test
  void hasNoLinesWithoutRows() {
    assertEquals(List.of(), table.lines());
  }

  @Test
  void alignsColumnsAndLeavesNoBlanksAtTheEnd() {
    table.row("a", "long name", "x");
    table.row("longer", "b", "");
    assertEquals(List.of("a       long name  x", "longer  b"), table.lines());
  }
}
