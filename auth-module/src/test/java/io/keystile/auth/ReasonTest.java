package io.keystile.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void noneIsLeftOutOfAll() throws IllegalAccessException {
    List<Object> constants = new ArrayList<>();
    for (Field field : Reason.class.getFields()) {
      if (field.getType() == Reason.class) {
        constants.add(field.get(null));
      }
    }
    assertEquals(constants, Reason.ALL);
  }
}
