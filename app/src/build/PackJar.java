import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Lays the program's jar out for fast starts. Classes are stored as they are, since inflating them
 * takes a fifth of a start; only those from before Java 6, which newer Javas keep out of a class
 * cache, are written anew. The framework's services, an empty file each, become one list: see
 * {@code io.keystile.app.beans.ListedServices}.
 */
final class PackJar {

  private static final String SERVICES = "META-INF/micronaut/";
  private static final String LIST = "META-INF/keystile/services";
  private static final String INTROSPECTIONS = "io.micronaut.core.beans.BeanIntrospectionReference";
  private static final int VERSION_AT = 6;

  private PackJar() {}

  /** The jar, which is replaced. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path packed = Path.of(args[0] + ".packed");
    try (ZipFile from = new ZipFile(jar.toFile());
        URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(packed));
        ZipOutputStream to = new ZipOutputStream(file)) {
      if (from.getEntry(LIST) != null) {
        throw new IOException(jar + " is packed already");
      }
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().startsWith(SERVICES)) {
          try (InputStream content = from.getInputStream(entry)) {
            byte[] bytes = content.readAllBytes();
            boolean old = entry.getName().endsWith(".class") && isOld(bytes);
            put(to, entry.getName(), entry.getTime(), old ? renew(bytes, classes) : bytes);
          }
        }
      }
      byte[] list = list(classes, from).getBytes(StandardCharsets.UTF_8);
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

  private static boolean isOld(byte[] content) {
    return ByteBuffer.wrap(content).getShort(VERSION_AT) < Opcodes.V1_6;
  }

  /** The same code, with what today's verification goes by. */
  private static byte[] renew(byte[] old, ClassLoader classes) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return classes;
          }
        };
    ClassVisitor raised =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version, int access, String name, String types, String above, String[] others) {
            super.visit(Opcodes.V1_7, access, name, types, above, others);
          }
        };
    new ClassReader(old).accept(raised, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static String list(ClassLoader classes, ZipFile from) {
    Map<String, TreeSet<String>> services = new TreeMap<>();
    for (ZipEntry entry : Collections.list(from.entries())) {
      String name = entry.getName();
      if (name.startsWith(SERVICES) && !entry.isDirectory()) {
        List<String> parts = List.of(name.substring(SERVICES.length()).split("/", -1));
        services.computeIfAbsent(parts.get(0), service -> new TreeSet<>()).add(parts.get(1));
      }
    }
    StringBuilder text = new StringBuilder();
    services.forEach(
        (service, names) -> {
          text.append('[').append(service).append("]\n");
          boolean typed = service.equals(INTROSPECTIONS);
          for (String name : names) {
            Optional<String> line = typed ? typed(classes, name) : Optional.of(name);
            line.ifPresent(found -> text.append(found).append('\n'));
          }
        });
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
