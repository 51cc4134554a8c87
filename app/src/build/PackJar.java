import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays the program's jar out for fast starts. Classes are stored as they are, since inflating them
 * takes a fifth of a start. The framework's services, an empty file each, become one list: see
 * {@code io.keystile.app.beans.ListedServices}.
 */
final class PackJar {

  private static final String SERVICES = "META-INF/micronaut/";
  private static final String LIST = "META-INF/keystile/services";
  private static final String INTROSPECTIONS = "io.micronaut.core.beans.BeanIntrospectionReference";

  private PackJar() {}

  /** The jar, which is replaced. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path packed = Path.of(args[0] + ".packed");
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(packed));
        ZipOutputStream to = new ZipOutputStream(file)) {
      if (from.getEntry(LIST) != null) {
        throw new IOException(jar + " is packed already");
      }
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().startsWith(SERVICES)) {
          try (InputStream content = from.getInputStream(entry)) {
            put(to, entry.getName(), entry.getTime(), content.readAllBytes());
          }
        }
      }
      byte[] list = list(jar, from).getBytes(StandardCharsets.UTF_8);
      put(to, LIST, from.getEntry("META-INF/MANIFEST.MF").getTime(), list);
    }
    Files.move(packed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(ZipOutputStream to, String name, long time, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(time);
    if (name.endsWith(".class")) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }

  private static String list(Path jar, ZipFile from) throws IOException {
    Map<String, TreeSet<String>> services = new TreeMap<>();
    for (ZipEntry entry : Collections.list(from.entries())) {
      String name = entry.getName();
      if (name.startsWith(SERVICES) && !entry.isDirectory()) {
        List<String> parts = List.of(name.substring(SERVICES.length()).split("/", -1));
        services.computeIfAbsent(parts.get(0), service -> new TreeSet<>()).add(parts.get(1));
      }
    }
    StringBuilder text = new StringBuilder();
    try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      services.forEach(
          (service, names) -> {
            text.append('[').append(service).append("]\n");
            boolean typed = service.equals(INTROSPECTIONS);
            for (String name : names) {
              Optional<String> line = typed ? typed(classes, name) : Optional.of(name);
              line.ifPresent(found -> text.append(found).append('\n'));
            }
          });
    }
    return text.toString();
  }

  /** With the type that it knows; nothing when that is not in the jar. */
  private static Optional<String> typed(ClassLoader classes, String name) {
    try {
      Class<?> reference = Class.forName(INTROSPECTIONS, true, classes);
      Object known = Class.forName(name, true, classes).getConstructor().newInstance();
      boolean present = (boolean) reference.getMethod("isPresent").invoke(known);
      Class<?> type = (Class<?>) reference.getMethod("getBeanType").invoke(known);
      return present ? Optional.of(name + " " + type.getName()) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }
}
