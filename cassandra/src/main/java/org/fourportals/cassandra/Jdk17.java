package org.fourportals.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a Java 17, on which Cassandra's server runs (it does not on 25): the environment variable first, then the usual folders. */
final class Jdk17 {

    private static final String VARIABLE = "JAVA17_HOME";

    private Jdk17() {
    }

    /** The path of its {@code java}. @throws IllegalStateException saying what is missing if there is none */
    static Path java() {
        return candidates().map(home -> home.resolve("bin/java")).filter(Jdk17::is17).findFirst().orElseThrow(() -> new IllegalStateException("""
                Cassandra's nodes need a Java 17 and none was found in %s or in the usual folders. \
                Install one (Debian: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17; any: https://adoptium.net), \
                or set %s to it.""".formatted(VARIABLE, VARIABLE)));
    }

    private static Stream<Path> candidates() {
        var home = Path.of(System.getProperty("user.home"));
        return Stream.of(Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).stream(),
                within(Path.of("/usr/lib/jvm")), within(Path.of("/opt/java")), within(Path.of("/opt")),
                within(home.resolve(".sdkman/candidates/java")), within(home.resolve(".jdks")),
                within(Path.of("/Library/Java/JavaVirtualMachines")).map(jdk -> jdk.resolve("Contents/Home"))).flatMap(each -> each);
    }

    private static Stream<Path> within(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var folders = Files.list(folder)) {
            return folders.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean is17(Path java) {
        if (!Files.isExecutable(java)) {
            return false;
        }
        try {
            var process = new ProcessBuilder(java.toString(), "-version").redirectErrorStream(true).start();
            try (var output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8).contains("version \"17.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + java, e);
        }
    }
}
