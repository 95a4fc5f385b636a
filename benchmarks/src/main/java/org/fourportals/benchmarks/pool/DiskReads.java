package org.fourportals.benchmarks.pool;

import com.sun.nio.file.ExtendedOpenOption;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.SplittableRandom;

/** How long the disk itself takes for one random read past the operating system's cache: what no store can beat. */
final class DiskReads {

    private static final int READS = 20_000;
    private static final int BYTES = 16 << 10;
    private static final int ALIGNED = 4_096;

    private DiskReads() {
    }

    static double p99Micros(Path folder) throws Exception {
        var channels = new ArrayList<FileChannel>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(".sst") && file.toFile().length() > 64 * BYTES).limit(500).toList()) {
                channels.add(FileChannel.open(file, StandardOpenOption.READ, ExtendedOpenOption.DIRECT));
            }
        }
        var random = new SplittableRandom(3);
        var buffer = ByteBuffer.allocateDirect(BYTES + ALIGNED).alignedSlice(ALIGNED);
        var nanos = new long[READS];
        for (var i = 0; i < READS; i++) {
            var channel = channels.get(random.nextInt(channels.size()));
            var at = random.nextLong((channel.size() - BYTES) / ALIGNED) * ALIGNED;
            buffer.clear().limit(BYTES);
            var begun = System.nanoTime();
            channel.read(buffer, at);
            nanos[i] = System.nanoTime() - begun;
        }
        for (var channel : channels) {
            channel.close();
        }
        java.util.Arrays.sort(nanos);
        return nanos[(int) (READS * 0.99)] / 1e3;
    }
}
