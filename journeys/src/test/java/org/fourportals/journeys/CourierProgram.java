package org.fourportals.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The courier company: a program of its own beside the city, run by the JDK from its source. */
final class CourierProgram implements AutoCloseable {

    private final String key;
    private final int port;
    private final Process process;

    private CourierProgram(String key, int port, Process process) {
        this.key = key;
        this.port = port;
        this.process = process;
    }

    /** @param city its address; half a second passes between two steps */
    static CourierProgram start(Path program, Path folder, int port, String city) {
        try {
            Process asked = new ProcessBuilder(java(), program.toString(), "key", folder.toString()).start();
            String key = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            Process process = new ProcessBuilder(java(), program.toString(), "run", folder.toString(), String.valueOf(port), city, "0.5").redirectErrorStream(true)
                    .redirectOutput(folder.resolve("courier.log").toFile()).start();
            return new CourierProgram(key, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the city is told of it at its start. */
    List<String> settings() {
        return List.of("--fourportals.delivery.carrier=通达快递", "--fourportals.delivery.fee=8", "--fourportals.delivery.address=http://localhost:" + port + "/v1",
                "--fourportals.delivery.carrier-key=" + key);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
