package org.fourportals.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** The real program in a process of its own, over a data folder of its own, on a demo city of 300 residents. */
final class CityServer implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("fourportals.root", "..")).toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path data;
    private final String address;
    private final List<String> options;
    private @Nullable Process process;

    private CityServer(Path data, String address, List<String> options) {
        this.data = data;
        this.address = address;
        this.options = options;
    }

    /** One that somebody else started. */
    static CityServer running(String address) {
        try {
            return new CityServer(Files.createTempDirectory("city"), address, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The city's own catalogue. */
    static Path catalogue() {
        return ROOT.resolve("catalogue");
    }

    /** Tries to start one that should not come up; returns what it said before it ended. */
    static String startInVain(String... options) {
        try (CityServer server = start(options)) {
            throw new AssertionError("The server came up at " + server.address());
        } catch (IllegalStateException ended) {
            return String.valueOf(ended.getMessage());
        }
    }

    /** @param options further ones, which win over the usual */
    static CityServer start(String... options) {
        try {
            Path target = Files.createDirectories(ROOT.resolve("journeys/target/cities"));
            CityServer server = new CityServer(Files.createTempDirectory(target, "city"), "http://localhost:" + freePort(), List.of(options));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.run(0);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One with a courier. */
    static CityServer startWithCourier() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(ROOT.resolve("journeys/target/cities")), "city");
            String address = "http://localhost:" + freePort();
            CourierProgram courier = CourierProgram.start(ROOT.resolve("courier/Courier.java"), data, freePort(), address);
            CityServer server = new CityServer(data, address, courier.settings());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                courier.close();
            }));
            server.run(0);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    Path data() {
        return data;
    }

    /** Kills it as a power cut would, and waits until it is gone. */
    void kill() {
        await(Objects.requireNonNull(process).destroyForcibly());
    }

    /** Stops it and starts it again over the same data, as if that many days had passed since the first start. */
    void restart(int daysAhead) {
        close();
        run(daysAhead);
    }

    private void run(int daysAhead) {
        Path jar = ROOT.resolve("app/target/fourportals.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("The program is not built; run ./fourportals test, which builds it first");
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx800m",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString(), "--spring.profiles.active=demo",
                "--fourportals.data=" + data, "--fourportals.demo-residents=300", "--fourportals.days-ahead=" + daysAhead,
                "--server.port=" + URI.create(address).getPort()));
        if (options.stream().noneMatch(option -> option.startsWith("--fourportals.catalogue="))) {
            command.add("--fourportals.catalogue=" + catalogue());
        }
        command.addAll(options);
        try {
            Process started = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile())).start();
            process = started;
            awaitReady(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Process started) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address() + "/health/ready")).timeout(Duration.ofSeconds(5)).build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && started.isAlive()) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        throw new IllegalStateException("The server did not come up:\n" + Files.readString(data.resolve("server.log")));
    }

    private static void await(Process ending) {
        try {
            ending.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            await(process);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
