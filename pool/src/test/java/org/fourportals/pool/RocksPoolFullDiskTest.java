package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is truly full: a small file system in memory, seen only by the process that fills it. */
class RocksPoolFullDiskTest {

    private static final String MEBIBYTES = "96";

    /** Writes or loads until the disk is full, makes room, and tells what it then finds. */
    static final class Filler {

        private final Path disk;
        private final Map<String, PoolRecord> acknowledged = new HashMap<>();
        private final Random random = new Random(1);
        private int batches;

        private Filler(Path disk) {
            this.disk = disk;
        }

        public static void main(String[] arguments) throws IOException {
            new Filler(Path.of(arguments[0])).run(arguments[1].equals("load"));
        }

        private void run(boolean loading) throws IOException {
            var ballast = Files.write(disk.resolve("ballast"), new byte[40 << 20]);
            try (var pool = open()) {
                System.out.println("refused: " + fill(pool, loading));
                System.out.println("reads while full: " + holdsAll(pool));
            }
            Files.delete(ballast);
            try (var pool = open()) {
                System.out.println("holds all after: " + holdsAll(pool));
                put(pool, loading);
                System.out.println("goes on: " + holdsAll(pool));
            }
        }

        private Pool open() {
            return RocksPool.open(disk.resolve("pool"), Samples.DATA_SETS, Samples.CLOCK);
        }

        private String fill(Pool pool, boolean loading) {
            while (true) {
                try {
                    put(pool, loading);
                } catch (UncheckedIOException full) {
                    return full.getMessage();
                }
            }
        }

        private void put(Pool pool, boolean loading) {
            var records = batch(pool, batches++);
            if (loading) {
                try (var load = pool.load()) {
                    records.forEach(load::add);
                    load.commit();
                }
            } else {
                pool.write(records);
            }
            records.forEach(record -> acknowledged.put(record.id(), record));
        }

        private List<PoolRecord> batch(Pool pool, int number) {
            var records = new ArrayList<PoolRecord>();
            var id = Samples.residentId(1950 + number % 50, number % 500);
            var subject = Samples.person(pool, id);
            for (var i = 0; i < 1_000; i++) {
                records.add(Samples.record(subject, KilledWriter.DATASET, "r-%05d-%04d".formatted(number, i), 5, Map.of("residentId", id, "name", noise())));
            }
            return records;
        }

        private String noise() {
            var noise = new StringBuilder();
            for (var i = 0; i < 40; i++) {
                noise.append((char) (0x4e00 + random.nextInt(20_000)));
            }
            return noise.toString();
        }

        private boolean holdsAll(Pool pool) {
            var found = new HashMap<String, PoolRecord>();
            pool.scan(record -> found.put(record.id(), record));
            return found.entrySet().containsAll(acknowledged.entrySet());
        }
    }

    @Test
    void aWriteThatFindsNoRoomIsRefusedAndNothingAcknowledgedIsLost(@TempDir Path disk) throws Exception {
        tells(disk, "write");
    }

    @Test
    void aLoadThatFindsNoRoomIsRefusedAndNothingAcknowledgedIsLost(@TempDir Path disk) throws Exception {
        tells(disk, "load");
    }

    private static void tells(Path disk, String how) throws Exception {
        var mount = "mount -t tmpfs -o size=" + MEBIBYTES + "m tmpfs " + disk + " && exec \"$@\"";
        var root = System.getProperty("user.name").equals("root");
        var filler = TestProcess.java(List.of("unshare", root ? "-m" : "-Urm", "sh", "-c", mount, "sh"), Filler.class, disk.toString(), how);
        try (var lines = new BufferedReader(new InputStreamReader(filler.getInputStream(), StandardCharsets.UTF_8))) {
            var told = lines.lines().toList();
            assertThat(filler.waitFor()).as("exit of the process; it said %s", told).isZero();
            assertThat(told).hasSize(4);
            assertThat(told.getFirst()).startsWith("refused: ").containsIgnoringCase("no space left");
            assertThat(told.subList(1, 4)).containsExactly("reads while full: true", "holds all after: true", "goes on: true");
        } finally {
            filler.destroyForcibly();
        }
    }
}
