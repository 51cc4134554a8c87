package io.keystile.bench.result;

/**
 * Where figures come from, without names and paths.
 *
 * @param jdk the version of the JDK, {@code 17.0.15}
 * @param cores how many processors there are
 * @param memoryMib how much memory there is
 * @param system the operating system and processor architecture
 */
public record Machine(String jdk, int cores, long memoryMib, String system) {}
