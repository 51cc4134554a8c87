package io.keystile.app.beans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.exceptions.IntrospectionException;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ListedServicesTest {

  private static final String SERVICE = "java.lang.Runnable";
  private static final String INTROSPECTIONS = BeanIntrospectionReference.class.getName();

  @Test
  void isEmptyOutsideTheJarSoThatTheFrameworkLooksItself() {
    assertTrue(new ListedServices().load().getServiceLoaders().isEmpty());
  }

  @Test
  void passesOverAClassWhoseLibraryIsNotThere() throws IOException {
    StaticServiceLoader<?> listed = find(SERVICE, "no.such.Service", Work.class.getName());
    assertEquals(List.of(Work.class), classes(listed.load(any -> true)));
    assertEquals(1, listed.findAll(any -> true).count());
  }

  @Test
  void failsOnAClassThatFails() throws IOException {
    StaticServiceLoader<?> listed = find(SERVICE, Broken.class.getName());
    assertThrows(IllegalStateException.class, () -> listed.load(any -> true));
  }

  @Test
  void makesNoneThatIsNotWanted() throws IOException {
    StaticServiceLoader<?> listed = find(SERVICE, Work.class.getName(), Broken.class.getName());
    String work = Work.class.getName();
    assertEquals(List.of(Work.class), classes(listed.load(work::equals, any -> true)));
    assertEquals(1, listed.findAll(work::equals).count());
    assertEquals(List.of(), classes(listed.load(work::equals, any -> false)));
  }

  @Test
  void keepsServicesApart() throws IOException {
    Map<String, StaticServiceLoader<?>> all = read("[a]", Work.class.getName(), "[b]", "");
    assertEquals(1, get(all, "a").findAll(any -> true).count());
    assertEquals(0, get(all, "b").findAll(any -> true).count());
  }

  @Test
  void loadsAnIntrospectionWhenAskedForItOnly() throws IOException {
    StaticServiceLoader<?> listed = find(INTROSPECTIONS, "no.such.Introspection some.Type");
    BeanIntrospectionReference<?> reference =
        (BeanIntrospectionReference<?>) listed.load(any -> true).get(0);
    assertEquals("some.Type", reference.getName());
    assertTrue(reference.isPresent());
    assertThrows(IntrospectionException.class, reference::load);
    assertThrows(IntrospectionException.class, reference::getBeanType);
  }

  private static StaticServiceLoader<?> find(String service, String... lines) throws IOException {
    return get(read("[" + service + "]", String.join("\n", lines)), service);
  }

  private static StaticServiceLoader<?> get(
      Map<String, StaticServiceLoader<?>> services, String service) {
    return Objects.requireNonNull(services.get(service), service);
  }

  private static Map<String, StaticServiceLoader<?>> read(String... lines) throws IOException {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return ListedServices.read(new ByteArrayInputStream(text));
  }

  private static List<Class<?>> classes(List<?> loaded) {
    return loaded.stream().<Class<?>>map(Object::getClass).toList();
  }

  public static final class Work {}

  public static final class Broken {
    public Broken() {
      throw new IllegalArgumentException("broken");
    }
  }
}
