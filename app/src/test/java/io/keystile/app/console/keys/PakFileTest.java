package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PakFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "-", "日本", "💥", "/", "\\", "...---", "\u202e"})
  void hasANameWhereNothingIsLeft(String name) {
    assertEquals("key.pak", PakFile.name(name));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, etc-passwd.pak",
    "C:\\boot.ini, C-boot.ini.pak",
    ".bashrc, bashrc.pak",
    "con, key-con.pak",
    "LPT1.txt, key-LPT1.txt.pak",
    "'<img src=x onerror=alert(1)>', img-src-x-onerror-alert-1.pak",
    "a\u202egpj.exe, a-gpj.exe.pak",
    "'a; rm -rf ~', a-rm-rf.pak"
  })
  void takesTheHarmOutOfNames(String name, String file) {
    assertEquals(file, PakFile.name(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Production, Production.pak",
    "My laptop, My-laptop.pak",
    "Café Zoë, Cafe-Zoe.pak",
    "ci_2027-01, ci_2027-01.pak"
  })
  void keepsWhatItCan(String name, String file) {
    assertEquals(file, PakFile.name(name));
  }

  @Test
  void staysShort() {
    String file = PakFile.name("x".repeat(100));
    assertEquals("x".repeat(60) + ".pak", file);
    assertTrue(PakFile.name("ab-".repeat(33)).length() <= 64);
  }
}
