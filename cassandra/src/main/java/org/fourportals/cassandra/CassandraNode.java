package org.fourportals.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One node: a process of its own with its own folder, that dies with us, whatever ends us. */
public final class CassandraNode {

    /** A shell that ends the server when our end of its input closes. */
    private static final String WATCHED = """
            exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -9 $server 2>/dev/null) & wait $server""";

    /** What a cluster gives each of its nodes. */
    record Plan(Path java, Path libraries, Path folder, String address, Ports ports, List<String> options) {
    }

    /** The same for all nodes but the last, which they have on one address. */
    record Ports(int storage, int clients, int management) {
    }

    private final Plan plan;
    private @Nullable Process process;

    CassandraNode(Plan plan) {
        this.plan = plan;
    }

    /** Where clients connect. */
    public InetSocketAddress address() {
        return new InetSocketAddress(plan.address(), plan.ports().clients());
    }

    /** Host and port of its JMX. */
    public String management() {
        return "127.0.0.1:" + plan.ports().management();
    }

    /** Where all its files lie. */
    Path folder() {
        return plan.folder();
    }

    /** Where its data lie. */
    public Path data() {
        return plan.folder().resolve("data");
    }

    /** Begins to start; {@link #awaitReady} waits for it. */
    public void start() {
        try {
            Files.createDirectories(plan.folder());
            Files.writeString(plan.folder().resolve("cassandra.yaml"), resource("cassandra.yaml")
                    .replace("@folder@", plan.folder().toString()).replace("@address@", plan.address())
                    .replace("@storage-port@", Integer.toString(plan.ports().storage())).replace("@client-port@", Integer.toString(plan.ports().clients())));
            Files.writeString(plan.folder().resolve("logback.xml"), resource("logback.xml"));
            var command = new ArrayList<>(List.of("sh", "-c", WATCHED, "watched", plan.java().toString()));
            command.addAll(plan.options());
            command.addAll(options());
            command.addAll(List.of("-cp", classpath(), "org.apache.cassandra.service.CassandraDaemon"));
            process = new ProcessBuilder(command).directory(plan.folder().toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.folder().resolve("output.log").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a Cassandra node", e);
        }
    }

    private static List<String> openings() throws IOException {
        return resource("jvm.options").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private List<String> options() throws IOException {
        var options = new ArrayList<>(openings());
        options.add("-javaagent:" + library("jamm-"));
        options.add("-Dcassandra.config=" + plan.folder().resolve("cassandra.yaml").toUri());
        options.add("-Dlogback.configurationFile=" + plan.folder().resolve("logback.xml"));
        options.add("-Dcassandra.jmx.local.port=" + plan.ports().management());
        options.add("-Dcassandra.storagedir=" + plan.folder());
        options.add("-XX:ErrorFile=" + plan.folder().resolve("crash.log"));
        return options;
    }

    private String library(String prefix) throws IOException {
        try (var files = Files.list(plan.libraries())) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).findFirst().orElseThrow().toString();
        }
    }

    private String classpath() {
        return plan.libraries().resolve("*").toString();
    }

    private static String resource(String name) throws IOException {
        try (var stream = CassandraNode.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Waits until clients can connect. @throws IllegalStateException with the end of its log if it ends or does not come in time */
    public void awaitReady(long seconds) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!listening()) {
            if (process == null || System.nanoTime() > until || exitedWithin(200)) {
                throw new IllegalStateException("a Cassandra node did not start:\n" + endOfLog());
            }
        }
    }

    private boolean exitedWithin(long millis) {
        try {
            return process != null && process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a node starts", e);
        }
    }

    private boolean listening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(plan.address()), plan.ports().clients()), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(plan.folder().resolve("output.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    /** Ends the server as {@code kill -9} does; its data stay. */
    public void kill() {
        var running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    /** Runs one of the operator's commands on the node, as {@code nodetool} does. Answers what it prints. */
    public String nodetool(String... words) {
        try {
            var port = Integer.toString(plan.ports().management());
            var command = new ArrayList<>(List.of(plan.java().toString(), "-Xmx128m"));
            command.addAll(openings());
            command.addAll(List.of("-Dlogback.configurationFile=" + plan.folder().resolve("logback.xml"), "-Duser.home=" + plan.folder(),
                    "-cp", classpath(), "org.apache.cassandra.tools.NodeTool", "-h", "127.0.0.1", "-p", port));
            command.addAll(List.of(words));
            var tool = new ProcessBuilder(command).directory(plan.folder().toFile()).redirectErrorStream(true).start();
            String printed;
            try (var output = tool.getInputStream()) {
                printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("nodetool " + String.join(" ", words) + ":\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run nodetool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nodetool runs", e);
        }
    }
}
