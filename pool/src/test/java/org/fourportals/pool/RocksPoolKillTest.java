package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process writes and says what is acknowledged; it is killed in the middle, several times, on one folder. */
class RocksPoolKillTest {

    private static final int BATCH = 20;

    /** The victim: writes batches from a number on for ever, printing each number after its write returned. */
    static final class Writer {
        public static void main(String[] arguments) {
            try (var pool = RocksPool.open(Path.of(arguments[0]), Samples.DATA_SETS, Samples.CLOCK)) {
                for (var batch = Integer.parseInt(arguments[1]); ; batch++) {
                    pool.write(batch(pool, batch));
                    System.out.println(batch);
                    System.out.flush();
                }
            }
        }
    }

    private static List<PoolRecord> batch(Pool pool, int batch) {
        var records = new ArrayList<PoolRecord>();
        for (var i = 0; i < BATCH; i++) {
            var id = residentId(1920 + (batch * BATCH + i) % 90, (batch * BATCH + i) / 90 % 1000);
            records.add(record(person(pool, id), "citizen-cards", "card-" + batch + "-" + i, batch, Map.of("residentId", id)));
        }
        return records;
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        var seed = 42L;
        var random = new Random(seed);
        var next = 1;
        for (var round = 0; round < 3; round++) {
            var acknowledged = writeUntilKilled(folder, next, 5 + random.nextInt(60));
            try (var pool = RocksPool.open(folder, Samples.DATA_SETS, Samples.CLOCK)) {
                for (var batch = 1; batch <= acknowledged; batch++) {
                    for (var record : batch(pool, batch)) {
                        assertThat(pool.recordsOf(record.subject(), Set.of("citizen-cards")))
                                .as("seed %d, round %d, batch %d", seed, round, batch).contains(record);
                    }
                }
                var scanned = new ArrayList<PoolRecord>();
                pool.scan(scanned::add);
                assertThat(scanned.size() % BATCH).as("a batch is written whole or not at all").isZero();
                assertThat(scanned).hasSizeBetween(acknowledged * BATCH, (acknowledged + 1) * BATCH);
                next = acknowledged + 1;
            }
        }
    }

    private static int writeUntilKilled(Path folder, int from, int batches) throws Exception {
        var writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx200m", "-cp", System.getProperty("java.class.path"),
                Writer.class.getName(), folder.toString(), Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var last = from - 1;
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Integer.parseInt(line);
                if (last == from + batches) {
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(last).as("the writer got going").isGreaterThanOrEqualTo(from + batches);
        return last;
    }
}
